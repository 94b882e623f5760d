/** A seed nobody chose, and ten times the runs. Both are printed: setting them repeats the night. */
export default function nightlySeed(): void {
  process.env['SMARTPD_SEED'] ??= String(Math.floor(Math.random() * 2 ** 31));
  process.env['SMARTPD_RUNS'] ??= '10';
  console.log(`SMARTPD_SEED=${process.env['SMARTPD_SEED']} SMARTPD_RUNS=${process.env['SMARTPD_RUNS']}`);
}
