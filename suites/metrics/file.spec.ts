import { joined, measurement } from '../kit/index.ts';
import { finished } from '../media/record.ts';
import { report } from './report.ts';
import { seeks } from './seeking.ts';

measurement(
  'metrics.file',
  {
    over: { source: ['both', 'canvas', 'tone'] },
    profile: ({ source }) => (source === 'both' ? 'default' : 'full'),
    needs: ['web-codecs'],
  },
  async (t, { source }) => {
    const recorder = t.recorder((await t.source(source)).stream);
    recorder.start();
    await recorder.event('start');
    for (let more = 0; more < 2; more += 1) await t.media('plenty');
    const { parts, reading } = await finished(t, recorder, { depth: 'container' });
    const file = joined(parts);
    t.assert.equal(reading.outcome, 'read', 'the recording can be read');
    if (reading.outcome !== 'read') return;
    const media = reading.tracks.flatMap(({ packets }) => packets).reduce((sum, { bytes }) => sum + bytes, 0);
    const seekable = await t.waits.during('seeking', seeks(file));
    const beside = reading.tracks.some(({ packets }) => packets.length === 0) ? undefined : file.size - media;
    report(t, [`bytes beside picture and sound, ${source}`, 'bytes'], [beside]);
    const share = beside === undefined ? undefined : (beside / file.size) * 100;
    report(t, [`share of bytes beside picture and sound, ${source}`, '%'], [share]);
    report(t, [`duration is stated, ${source}`, '1 = yes'], [reading.statedDuration === null ? 0 : 1]);
    report(t, [`seekable without repair, ${source}`, '1 = yes'], [seekable ? 1 : 0]);
  },
);
