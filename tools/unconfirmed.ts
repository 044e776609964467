/** Lists the rules that the reference keeps and no browser does, from the results of both: each wants a second reading. */
import { readResults } from '../harness/api/index.ts';
import { unconfirmedBy, unconfirmedText } from '../harness/api/proof/unconfirmed.ts';

const files = process.argv.slice(2);
const all = await Promise.all(files.map(readResults));
const [first] = all;
if (first === undefined) {
  throw new Error('name the results.json of runs with --subject native and with --subject reference');
}
const joined = { ...first, targets: all.flatMap(({ targets }) => targets) };
process.stdout.write(unconfirmedText(unconfirmedBy(joined)));
