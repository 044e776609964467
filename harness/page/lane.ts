import { type CaseId, OUT_OF_TURN, type PageSetup, type ServerReply } from '../protocol/index.ts';
import { Fitting } from '../../fixtures/recorders/fitting.ts';
import { registeredCases } from '../../suites/kit/index.ts';
import { offerAgain } from './again.ts';
import { bounded, boundedAttempt } from './bounded.ts';
import { Channel, tellAtOnce } from './channel.ts';
import { runCase } from './mocha-case.ts';
import { declareOtherSuites } from './third-party.ts';
import { RealmWatch } from './realm-watch.ts';
import { sendRecording } from './recording.ts';
import { readSetup } from './setup.ts';

/** Pulls cases from the server and runs them one after another until there are none left. */
export async function runLane(): Promise<void> {
  const setup = readSetup();
  const work = new Channel(`${setup.channel}/${setup.sender}`);
  const pulse = new Journal(`${setup.channel}/${setup.sender}.pulse`);
  const beating = setInterval(() => pulse.beat(), setup.beatMs);
  try {
    declareOtherSuites();
    const fitting = Fitting.of(globalThis);
    const fitted = await fitting.ready(setup.installMs);
    if (fitted.kind === 'unfit') {
      await work.send({ kind: 'unfit', message: bounded(fitted.message) });
      return;
    }
    const realm = new RealmWatch();
    await work.send({
      kind: 'fitted',
      recorder: bounded(subjectName()),
      troubles: fitting.troubles.map(bounded),
      ...(fitting.declaration === undefined ? {} : { declaration: fitting.declaration }),
    });
    let reply = await work.send({ kind: 'ready' });
    while (reply.kind !== 'done') reply = await obey(reply, { work, pulse, realm, setup });
    offerAgain(realm.held, setup);
  } catch (error) {
    await work.send({ kind: 'broken', message: String(error) });
  } finally {
    clearInterval(beating);
  }
}

interface LaneTools {
  readonly work: Channel;
  readonly pulse: Journal;
  readonly realm: RealmWatch;
  readonly setup: PageSetup;
}

async function obey(reply: ServerReply, tools: LaneTools): Promise<ServerReply> {
  switch (reply.kind) {
    case 'wait':
      await new Promise((resolve) => {
        setTimeout(resolve, reply.ms);
      });
      return tools.work.send({ kind: 'ready' });
    case 'run':
      return runAssigned(reply.case, reply.careful, tools);
    case 'reload':
      return startAfresh();
    case 'refit':
      return (await Fitting.of(globalThis).refit(reply.mutant))
        ? tools.work.send({ kind: 'ready' })
        : startAfresh();
    case 'noted':
    case 'renew':
    case 'done':
      return reply;
  }
}

async function runAssigned(
  id: CaseId,
  careful: boolean,
  { work, pulse, realm, setup }: LaneTools,
): Promise<ServerReply> {
  const found = registeredCases().get(id);
  if (found === undefined) throw new Error(`the page has no case ${id}`);
  const earlier = realm.enter(id);
  pulse.begin(id, careful);
  const { attempt, tainted, recording } = await runCase(found, {
    limitMs: setup.caseLimitMs,
    tell: (step) => pulse.step(step),
    realm,
  });
  const notes = attempt.outcome === 'pass' ? [] : await sendRecording(recording, setup);
  pulse.end();
  const [strange] = realm.troubles;
  if (strange !== undefined && earlier.length > 0) {
    await work.send({ kind: 'spoiled', case: id, message: bounded(strange), earlier: [...earlier] });
    return startAfresh();
  }
  const noted = notes.length === 0 ? attempt : { ...attempt, notes: [...(attempt.notes ?? []), ...notes] };
  // A case that put something else in the recorder's place must be the last that meets it.
  const renewing = tainted || strange !== undefined || !Fitting.of(globalThis).stands;
  const reply = await work.send({ kind: 'finished', case: id, attempt: boundedAttempt(noted), renewing });
  return renewing ? startAfresh() : reply;
}

/** Whatever the cases left behind ends with this document; the next one starts clean. */
function startAfresh(): Promise<never> {
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
  #pending = false;

  constructor(url: string) {
    this.#url = url;
    this.#channel = new Channel(url);
  }

  begin(id: CaseId, careful: boolean): void {
    this.#case = id;
    this.#careful = careful;
    this.#step = null;
    this.step('began');
  }

  step(step: string): void {
    const before = this.#step;
    this.#step = bounded(step);
    // What happens over and over is told once: waiting for each answer could keep the page from everything else.
    if (!this.#careful || this.#step === before) return;
    tellAtOnce(this.#url, { kind: 'beat', sequence: OUT_OF_TURN, case: this.#case, step: this.#step });
  }

  end(): void {
    this.#case = null;
    this.#step = null;
  }

  beat(): void {
    // One that has not been answered yet says the same; many of them would stand in each other's way.
    if (this.#pending) return;
    this.#pending = true;
    // A step that was told at once must not be overtaken by one that set out earlier on another connection.
    const step = this.#careful ? null : this.#step;
    void this.#channel
      .send({ kind: 'beat', case: this.#case, step })
      .catch(() => undefined)
      .finally(() => {
        this.#pending = false;
      });
  }
}
