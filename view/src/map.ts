// The page of a map: in VS Code, where its pictures come as changes, and in a file, which holds all of them.
import type { FromPage, ToPage } from '../../protocol/map.ts';
import { Canvas } from './canvas.ts';
import { byId, TOLD } from './page.ts';
import { Slider } from './slider.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const host = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;
const send = (message: FromPage) => host?.postMessage(message);

const canvas = new Canvas(byId('canvas'), (line, column) => send({ kind: 'go', line, column }));
const slider = new Slider(canvas);

const [search, found] = [byId<HTMLInputElement>('search'), byId('found')];
search.addEventListener('input', () => {
  const words = search.value.trim();
  if (words === '') found.replaceChildren();
  else if (host) send({ kind: 'find', words });
  else list(canvas.named(words));
});
search.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') found.replaceChildren();
  if (event.key === 'ArrowDown' || event.key === 'Enter') {
    found.querySelector<HTMLElement>('button')?.[event.key === 'Enter' ? 'click' : 'focus']();
    event.preventDefault();
  }
});
found.addEventListener('keydown', (event) => {
  const at = document.activeElement?.closest('li');
  const next =
    event.key === 'ArrowDown' ? at?.nextElementSibling : event.key === 'ArrowUp' ? at?.previousElementSibling : null;
  next?.querySelector<HTMLElement>('button')?.focus();
  if (next) event.preventDefault();
});

function list(all: Extract<ToPage, { kind: 'found' }>['found']): void {
  found.replaceChildren(
    ...all.map(({ id, name, detail }) => {
      const [item, button] = [document.createElement('li'), document.createElement('button')];
      button.type = 'button';
      button.textContent = detail === '' ? name : `${name} – ${detail}`;
      button.addEventListener('click', () => {
        found.replaceChildren();
        canvas.await(id);
        send({ kind: 'show', id });
      });
      item.append(button);
      return item;
    }),
  );
}

const way = document.querySelector<HTMLFormElement>('#way');
way?.addEventListener('submit', (event) => {
  event.preventDefault();
  send({ kind: 'way', from: byId<HTMLSelectElement>('from').value, to: byId<HTMLInputElement>('to').value.trim() });
});
way?.addEventListener('reset', () => send({ kind: 'way', from: '', to: '' }));

function take(message: ToPage): void {
  switch (message.kind) {
    case 'picture':
      canvas.take(message.picture);
      slider.begin(message.picture.asOf, message.today);
      byId(TOLD).textContent = message.picture.way ?? '';
      return;
    case 'chapters':
      slider.take(message.chapters, message.isFirst, message.isLast);
      return;
    case 'found':
      if (message.words === search.value.trim()) list(message.found);
  }
}

// In VS Code what comes is from the extension alone: no other page has this one as its frame.
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => take(data));
const data = document.getElementById('data')?.textContent;
if (data) for (const message of JSON.parse(data)) take(message);
send({ kind: 'ready' });
