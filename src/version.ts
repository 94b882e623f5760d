/** Name and version of the library, as programmes carry it. */
export const ENGINE = 'smartpd 0.1.0';
