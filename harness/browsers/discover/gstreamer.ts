import { ASK_LIMIT_MS, type Host } from './host.ts';
import { libraryFolders } from './library-folders.ts';

/** WebKitGTK sends each video track that it records through this element; GStreamer has it since 1.24. */
const ELEMENT = 'autovideoflip';
const PLUGIN = 'libgstautoconvert.so';

/** Why the GStreamer of a system cannot record video for WebKit; undefined when it can. */
export async function gstreamerShortcoming(host: Host, root: string): Promise<string | undefined> {
  for (const folder of await libraryFolders(host, root)) {
    const plugin = `${folder}/gstreamer-1.0/${PLUGIN}`;
    if (!(await host.files.exists(plugin))) continue;
    if (await host.files.contains(plugin, ELEMENT)) return undefined;
    return `its GStreamer is older than 1.24 and has no ${ELEMENT} element, so its video recordings are empty`;
  }
  const asked =
    root === '' ? await host.ask(['gst-inspect-1.0', '--exists', ELEMENT], ASK_LIMIT_MS) : undefined;
  if (asked?.kind === 'exited' && asked.code === 0) return undefined;
  return `GStreamer's "bad" plugins are not installed, without which it cannot record video`;
}
