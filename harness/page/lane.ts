import { type CaseId, OUT_OF_TURN, type ServerReply } from '../protocol/index.ts';
import { registeredCases } from '../../suites/kit/index.ts';
import { Channel, tellAtOnce } from './channel.ts';
import { runCase } from './mocha-case.ts';
import { readSetup } from './setup.ts';

/** Pulls cases from the server and runs them one after another until there are none left. */
export async function runLane(): Promise<void> {
  const setup = readSetup();
  const work = new Channel(`${setup.channel}/${setup.sender}`);
  const pulse = new Journal(`${setup.channel}/${setup.sender}.pulse`);
  const beating = setInterval(() => pulse.beat(), setup.beatMs);
  try {
    let reply = await work.send({ kind: 'ready', subject: subjectName() });
    while (reply.kind !== 'done') reply = await obey(reply, { work, pulse, limitMs: setup.caseLimitMs });
  } catch (error) {
    await work.send({ kind: 'broken', message: String(error) });
  } finally {
    clearInterval(beating);
  }
}

interface LaneTools {
  readonly work: Channel;
  readonly pulse: Journal;
  readonly limitMs: number | null;
}

async function obey(reply: ServerReply, tools: LaneTools): Promise<ServerReply> {
  switch (reply.kind) {
    case 'wait':
      await new Promise((resolve) => {
        setTimeout(resolve, reply.ms);
      });
      return tools.work.send({ kind: 'ready', subject: subjectName() });
    case 'run':
      return runAssigned(reply.case, reply.careful, tools);
    case 'noted':
    case 'renew':
    case 'done':
      return reply;
  }
}

async function runAssigned(
  id: CaseId,
  careful: boolean,
  { work, pulse, limitMs }: LaneTools,
): Promise<ServerReply> {
  const found = registeredCases().get(id);
  if (found === undefined) throw new Error(`the page has no case ${id}`);
  pulse.begin(id, careful);
  const { attempt, tainted } = await runCase(found, limitMs, (step) => pulse.step(step));
  pulse.end();
  const reply = await work.send({ kind: 'finished', case: id, attempt, renewing: tainted });
  if (!tainted) return reply;
  // Whatever the case left behind ends with this document; the next one starts clean.
  location.reload();
  return new Promise(() => undefined);
}

/** The name of the recorder under test, as this realm sees it. */
function subjectName(): string {
  return typeof MediaRecorder === 'function' ? MediaRecorder.name : 'none';
}

/** Signs of life, with the step that the current case has reached. */
class Journal {
  readonly #url: string;
  readonly #channel: Channel;
  #case: CaseId | null = null;
  #step: string | null = null;
  #careful = false;

  constructor(url: string) {
    this.#url = url;
    this.#channel = new Channel(url);
  }

  begin(id: CaseId, careful: boolean): void {
    this.#case = id;
    this.#careful = careful;
    this.step('began');
  }

  step(step: string): void {
    this.#step = step;
    if (this.#careful) tellAtOnce(this.#url, { kind: 'beat', sequence: OUT_OF_TURN, case: this.#case, step });
  }

  end(): void {
    this.#case = null;
    this.#step = null;
  }

  beat(): void {
    void this.#channel.send({ kind: 'beat', case: this.#case, step: this.#step }).catch(() => undefined);
  }
}
