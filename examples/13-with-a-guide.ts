/* With a guide: let another solver propose programmes for a hard request, while what is decided is decided as ever. */
import { buildProgramme, checkCertificate, type Guide } from 'smartpd';
import { highsGuide } from 'smartpd/highs';
import { makeRequest } from 'smartpd/testing';
import highsModule, { type Highs } from 'highs';

// `npm install highs`. Its types are those of its CommonJS module; imported as here, its default export is the loader itself
const loadHighs = highsModule as unknown as () => Promise<Highs>;
const highs = highsGuide(await loadHighs());

// ten people and twenty items, and hardly any effort: a guide is asked about what the builder has not settled by then
const request = makeRequest(3, { people: 10, items: 20, wholeContract: true });
const hurried = (guide?: Guide): number[] => {
  const result = buildProgramme(request, { effort: 100, guide });
  if (result.status !== 'bounded' && result.status !== 'optimal') throw new Error(result.status);
  console.log(`${result.statistics.proposals} proposals were of use`);
  return result.programme.objectives.map(({ value }) => value);
};
const [mustAlone = 0] = hurried();
const [must = 0, weighted = 0] = hurried(highs);
console.log(`with the guide: must ${must}, more than without: ${must > mustAlone}; weighted ${weighted}`);

// with enough effort there is one best programme, and a guide that talks nonsense cannot talk anybody out of it
const nonsense: Guide = { propose: ({ lower }) => Array.from(lower, () => 7) };
const programmes = [undefined, highs, nonsense].map((guide) => {
  const result = buildProgramme(request, { guide });
  if (result.status !== 'optimal') throw new Error(result.status);
  console.log(`its proof holds: ${checkCertificate(request, result.programme).ok}`);
  return JSON.stringify(result.programme.bookings);
});
console.log(`they book the same: ${new Set(programmes).size === 1}`);
