/** What editors are told of the elements: VS Code and JetBrains, from the manifest. */
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import type { Package } from 'custom-elements-manifest/schema';
import { version } from '../../../api/contract/version.ts';
import { editorFiles, packageName } from './describe.ts';
import type { Files } from './modules.ts';

/** Files for editors, by their name in the package. */
export function editorData(manifest: Package): Files {
  // The generators write into what they are given.
  const own = () => structuredClone(manifest) as Parameters<typeof getWebTypesData>[0];
  const quiet = { hideLogs: true };
  const css = JSON.parse(getVsCodeCssCustomData(own(), quiet)) as { properties: { name: string }[] };
  const json = (data: object) => `${JSON.stringify(data, undefined, 2)}\n`;
  return new Map([
    [editorFiles.manifest, json(manifest)],
    [editorFiles.html, json(JSON.parse(getVsCodeHtmlCustomData(own(), quiet)) as object)],
    // Widgets share their properties; an editor wants each of them once.
    [
      editorFiles.css,
      json({ ...css, properties: [...new Map(css.properties.map((each) => [each.name, each])).values()] }),
    ],
    // The generator takes name and version from the folder that it happens to run in.
    [
      editorFiles.webTypes,
      json({ ...(JSON.parse(getWebTypesData(own(), quiet)) as object), name: packageName, version }),
    ],
  ]);
}
