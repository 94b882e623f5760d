/*
 * `npm run demo`: four fictional settings, each from the short questionnaire to a verified programme.
 */
import { demo } from './demo.js';

process.exitCode = demo(process.argv.slice(2), {
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
  now: () => performance.now(),
});
