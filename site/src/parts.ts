const folder = new URL(
  '.',
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href,
);

/** Where a file beside the script of the page lies. */
export function placeOf(file: string): string {
  return new URL(file, folder).href;
}

/** A part of the site that comes as a script: of a page that is a file, nothing else can be read. */
export async function part<Part>(name: string): Promise<Part> {
  const script = document.createElement('script');
  script.src = placeOf(`${name}.js`);
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new Error(`${name} cannot be loaded`)));
    document.head.append(script);
  });
  return Reflect.get(Object(Reflect.get(globalThis, 'parts')), name);
}

/** A worker whose program is the body of a function: a page that is a file may start none from a file. */
export async function workerOf(name: string): Promise<Worker> {
  const program = await part<() => void>(name);
  return new Worker(URL.createObjectURL(new Blob([`(${program})()`], { type: 'text/javascript' })));
}

/** The bytes that a text in base64 stands for. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
