// @ts-check
// The body's stages: pen, fingers, wheel and keys become batches of picture points for C#, and painted rectangles
// become pixels of a canvas. Nothing here knows about pain; nothing in C# knows about events.
//
// The page loads this module before the C# runtime is there, so that the pen writes at once: until C# has opened a view,
// its strokes wait here and are shown as plain ink; then C# gets them as if they were drawn that moment. The page's
// elements are exchanged when C# takes it over, so events are caught at the document and elements are looked up by id.

/**
 * @typedef {object} Stage
 * @property {string} view
 * @property {HTMLElement} frame     the fixed window
 * @property {HTMLElement} sheet     what zooms and pans inside it
 * @property {HTMLElement} ring      the pen's outline
 * @property {HTMLCanvasElement} canvas  what strokes are painted on
 * @property {number} pixelsPerCm    scale of the picture
 * @property {boolean} open          C# takes its strokes
 * @property {Batch[]} waiting       what was drawn before it did
 * @property {number} scale
 * @property {number} x              pan, CSS pixels of the frame
 * @property {number} y
 * @property {Map<number, {x: number, y: number}>} fingers
 * @property {'idle' | 'draw' | 'pan' | 'pinch'} mode
 * @property {number[]} points       x and y by turns, waiting for the next frame
 * @property {boolean} begins        the points begin a stroke
 * @property {boolean} ends          the points end a stroke
 * @property {number} since          time stamp of the oldest event among them
 */

/** @typedef {{ points: number[], begins: boolean, ends: boolean, since: number }} Batch x and y by turns, and where in a stroke */

/** @typedef {{ Points(view: string, xy: number[], begins: boolean, ends: boolean): boolean, Cancel(): void, Shortcut(name: string): void }} Pen */

const SCALE_MAX = 8;
const MEASURES_KEPT = 4000;

/** @type {Map<string, Stage>} */
const stages = new Map();
/** @type {Pen | null} */
let pen = null;
/** The radius that C# set; until then the page's. @type {number | null} */
let penRadiusCm = null;
let frameRequest = 0;

listen();

/** Finds the C# side; once. */
export async function start() {
  const runtime = /** @type {any} */ (globalThis).getDotnetRuntime(0);
  const exports = await runtime.getAssemblyExports('Nodus.Web.Client.dll');
  pen = exports.Nodus.Web.Client.Body.StageModule;
  // The canvases are new.
  for (const stage of stages.values()) showWaiting(stage);
}

/** C# takes the strokes of a view from now on; those that waited come first. @param {string} view */
export function open(view) {
  const stage = stageOf(view);
  if (!stage) return;
  stage.open = true;
  const waiting = stage.waiting;
  stage.waiting = [];
  if (waiting.length > 0) stage.canvas.getContext('2d')?.clearRect(0, 0, stage.canvas.width, stage.canvas.height);
  for (const batch of waiting) deliver(stage, batch);
}

/** Strokes of every view wait again: another build of the body is on its way. */
export function closeAll() {
  for (const stage of stages.values()) stage.open = false;
}

function listen() {
  document.addEventListener('pointerdown', (e) => { const stage = stageAt(e); if (stage) onDown(stage, e); });
  document.addEventListener('pointermove', (e) => onMove(held(e) ?? stageAt(e), e));
  document.addEventListener('pointerup', (e) => { const stage = held(e); if (stage) onUp(stage, e); });
  document.addEventListener('pointercancel', (e) => { const stage = held(e); if (stage) onUp(stage, e); });
  document.addEventListener('wheel', (e) => { const stage = stageAt(e); if (stage) onWheel(stage, e); }, { passive: false });
  document.addEventListener('keydown', (e) => { onShortcut(e); const stage = stageAt(e); if (stage) onKey(stage, e); });
  document.addEventListener('contextmenu', (e) => { if (stageAt(e)) e.preventDefault(); });
  const first = document.querySelector('.stage img.clay');
  if (first instanceof HTMLImageElement) first.decode().then(() => mark('drawable'), () => mark('drawable'));
}

/** The stage an event happens on. @param {Event} e */
function stageAt(e) {
  const frame = e.target instanceof Element ? e.target.closest('.stage') : null;
  return frame ? stageOf(frame.id.slice('stage-'.length)) : null;
}

/** The stage that holds the pointer of an event. @param {PointerEvent} e */
function held(e) {
  for (const stage of stages.values()) if (stage.fingers.has(e.pointerId)) return stage;
  return null;
}

/** The stage of a view, with the elements it has now; null where the view is not on the page. @param {string} view */
function stageOf(view) {
  const old = stages.get(view);
  if (old?.frame.isConnected) return old;
  const frame = document.getElementById(`stage-${view}`);
  const sheet = /** @type {HTMLElement | null} */ (frame?.querySelector('.sheet') ?? null);
  const ring = /** @type {HTMLElement | null} */ (frame?.querySelector('.ring') ?? null);
  const canvas = /** @type {HTMLCanvasElement | null} */ (frame?.querySelector('canvas') ?? null);
  if (!frame || !sheet || !ring || !canvas) return null;
  const pixelsPerCm = Number(frame.dataset.pixelsPerCm);
  if (old) {
    Object.assign(old, { frame, sheet, ring, canvas, pixelsPerCm });
    place(old);
    return old;
  }

  /** @type {Stage} */
  const stage = {
    view, frame, sheet, ring, canvas, pixelsPerCm, open: false, waiting: [], scale: 1, x: 0, y: 0,
    fingers: new Map(), mode: 'idle', points: [], begins: false, ends: false, since: 0,
  };
  stages.set(view, stage);
  return stage;
}

/** What the page says of the pen before C# does. @param {'penRadius' | 'penInk'} name */
function said(name) {
  return /** @type {HTMLElement | null} */ (document.querySelector('[data-pen-radius]'))?.dataset[name] ?? '';
}

/** The pen's outline follows this radius. @param {number} radiusCm */
export function setPenRadius(radiusCm) {
  penRadiusCm = radiusCm;
}

/**
 * Puts a painted rectangle on a canvas.
 * @param {string} canvasId @param {any} pixels RGBA rows of the rectangle, a view of C# memory
 * @param {number} x @param {number} y @param {number} width @param {number} height
 */
export function blit(canvasId, pixels, x, y, width, height) {
  const canvas = /** @type {HTMLCanvasElement | null} */ (document.getElementById(canvasId));
  const context = canvas?.getContext('2d');
  if (!context) return;
  const copy = new Uint8ClampedArray(pixels.slice().buffer);
  context.putImageData(new ImageData(copy, width, height), x, y);
}

/** @param {string} view @param {string} how in, out or whole */
export function zoom(view, how) {
  const stage = stageOf(view);
  if (!stage) return;
  if (how === 'whole') {
    stage.scale = 1;
    place(stage);
    return;
  }

  const box = stage.frame.getBoundingClientRect();
  zoomAt(stage, box.left + box.width / 2, box.top + box.height / 2, how === 'in' ? 1.5 : 1 / 1.5);
}

/**
 * Shows a place of the picture large, in the middle of what is seen of it: on a phone the answers lie over its lower part.
 * @param {string} view @param {number} left @param {number} top parts of width and height @param {number} scale
 */
export function look(view, left, top, scale) {
  // The view may have come only now; a frame later it has its size.
  requestAnimationFrame(() => lookAt(view, left, top, scale));
}

/** @param {string} view @param {number} left @param {number} top @param {number} scale */
function lookAt(view, left, top, scale) {
  const stage = stageOf(view);
  if (!stage) return;
  const frame = stage.frame.getBoundingClientRect();
  const sheet = document.querySelector('.answers')?.getBoundingClientRect();
  const beside = !sheet || sheet.left >= frame.right || sheet.right <= frame.left;
  const covered = beside ? 0 : Math.max(0, frame.bottom - Math.max(frame.top, sheet.top));
  stage.scale = Math.min(SCALE_MAX, Math.max(1, scale));
  stage.x = -stage.scale * (left - 0.5) * stage.sheet.offsetWidth;
  stage.y = -covered / 2 - stage.scale * (top - 0.5) * stage.sheet.offsetHeight;
  place(stage, covered / 2);
}

/** Calls back once the browser is idle, so that what may wait does. @returns {Promise<void>} */
export function idle() {
  return new Promise((done) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), { timeout: 1500 });
    else setTimeout(done, 200);
  });
}

/** A milestone for measurements and tests. @param {string} name */
export function mark(name) {
  performance.mark(name);
  document.documentElement.setAttribute(`data-${name}`, 'true');
}

/** Something that took so long and ends now, for measurements. @param {string} name @param {number} ms */
export function took(name, ms) {
  measure(name, performance.now() - ms);
}

/** @param {Stage} stage @param {PointerEvent} e */
function onDown(stage, e) {
  stage.fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
  // Not the frame: it may be exchanged under the pen.
  document.documentElement.setPointerCapture(e.pointerId);
  if (stage.fingers.size === 2) {
    // A second finger means zoom: what the first one drew by the way is taken back.
    if (stage.mode === 'draw') {
      stage.points = [];
      stage.begins = stage.ends = false;
      if (stage.open) pen?.Cancel();
      else takeBack(stage);
    }

    stage.mode = 'pinch';
    return;
  }

  if (stage.fingers.size > 2) return;
  stage.mode = e.button === 0 ? 'draw' : 'pan';
  if (stage.mode !== 'draw') return;
  stage.begins = true;
  collect(stage, e);
}

/** @param {Stage | null} stage @param {PointerEvent} e */
function onMove(stage, e) {
  for (const other of stages.values()) if (other !== stage) other.ring.hidden = true;
  if (!stage) return;
  showRing(stage, e);
  const before = stage.fingers.get(e.pointerId);
  if (!before) return;
  const others = [...stage.fingers].filter(([id]) => id !== e.pointerId).map(([, at]) => at);
  stage.fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
  if (stage.mode === 'draw') {
    const coalesced = e.getCoalescedEvents?.() ?? [];
    for (const one of coalesced.length > 0 ? coalesced : [e]) collect(stage, one);
  } else if (stage.mode === 'pan') {
    stage.x += e.clientX - before.x;
    stage.y += e.clientY - before.y;
    place(stage);
  } else if (stage.mode === 'pinch' && others.length > 0) {
    const other = others[0];
    const spread = Math.hypot(before.x - other.x, before.y - other.y);
    const now = Math.hypot(e.clientX - other.x, e.clientY - other.y);
    stage.x += (e.clientX - before.x) / 2;
    stage.y += (e.clientY - before.y) / 2;
    zoomAt(stage, (e.clientX + other.x) / 2, (e.clientY + other.y) / 2, spread > 0 ? now / spread : 1);
  }
}

/** @param {Stage} stage @param {PointerEvent} e */
function onUp(stage, e) {
  if (!stage.fingers.delete(e.pointerId)) return;
  if (stage.mode === 'draw') {
    stage.ends = true;
    if (stage.since === 0) stage.since = e.timeStamp;
    schedule();
  }

  if (stage.fingers.size === 0 || stage.mode === 'draw') stage.mode = 'idle';
}

/** @param {Stage} stage @param {PointerEvent} e */
function collect(stage, e) {
  const box = stage.sheet.getBoundingClientRect();
  stage.points.push(
    ((e.clientX - box.left) / box.width) * stage.canvas.width,
    ((e.clientY - box.top) / box.height) * stage.canvas.height);
  if (stage.since === 0) stage.since = e.timeStamp;
  schedule();
}

function schedule() {
  if (frameRequest === 0) frameRequest = requestAnimationFrame(paint);
}

/** The one frame loop: everything that waits is painted, and the ranking follows when it is due. */
function paint() {
  frameRequest = 0;
  for (const stage of stages.values()) {
    if (stage.points.length === 0 && !stage.ends) continue;
    const { points, begins, ends, since } = stage;
    stage.points = [];
    stage.begins = stage.ends = false;
    stage.since = 0;
    deliver(stage, { points, begins, ends, since });
  }
}

/** @param {Stage} stage @param {Batch} batch */
function deliver(stage, batch) {
  if (!pen || !stage.open) {
    stage.waiting.push(batch);
    showWaiting(stage);
    measure('stroke-to-ink', batch.since);
    return;
  }

  const ranked = pen.Points(stage.view, batch.points, batch.begins, batch.ends);
  if (ranked) measure('stroke-to-ranking', batch.since);
  measure('stroke-to-paint', batch.since);
}

/** Gives up the stroke under way among those that wait. @param {Stage} stage */
function takeBack(stage) {
  const last = stage.waiting.findLastIndex((batch) => batch.begins);
  if (last >= 0 && !stage.waiting.slice(last).some((batch) => batch.ends)) stage.waiting.length = last;
  showWaiting(stage);
}

/** Plain ink for strokes that wait, on the body only. @param {Stage} stage */
function showWaiting(stage) {
  const now = stageOf(stage.view);
  const context = now?.canvas.getContext('2d');
  if (!now || !context || now.open) return;
  const { canvas } = now;
  context.clearRect(0, 0, canvas.width, canvas.height);
  if (now.waiting.length === 0) return;
  context.lineWidth = 2 * radiusCm() * now.pixelsPerCm;
  context.lineCap = context.lineJoin = 'round';
  context.strokeStyle = said('penInk');
  context.beginPath();
  for (const { points, begins } of now.waiting) {
    for (let i = 0; i + 1 < points.length; i += 2) {
      if (begins && i === 0) context.moveTo(points[0], points[1]);
      context.lineTo(points[i], points[i + 1]);
    }
  }

  context.stroke();
  const clay = now.sheet.querySelector('img.clay');
  if (!(clay instanceof HTMLImageElement) || !clay.complete) return;
  context.globalCompositeOperation = 'destination-in';
  context.drawImage(clay, 0, 0, canvas.width, canvas.height);
  context.globalCompositeOperation = 'source-over';
}

function radiusCm() {
  return penRadiusCm ?? Number(said('penRadius'));
}

/** @param {string} name @param {number} since */
function measure(name, since) {
  if (performance.getEntriesByName(name).length > MEASURES_KEPT) performance.clearMeasures(name);
  performance.measure(name, { start: since, end: performance.now() });
}

/** @param {Stage} stage @param {WheelEvent} e */
function onWheel(stage, e) {
  e.preventDefault();
  zoomAt(stage, e.clientX, e.clientY, Math.exp(-e.deltaY * 0.0018));
}

/** @param {Stage} stage @param {KeyboardEvent} e */
function onKey(stage, e) {
  const step = 48;
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === '+' || e.key === '=') zoom(stage.view, 'in');
  else if (e.key === '-') zoom(stage.view, 'out');
  else if (e.key === '0') zoom(stage.view, 'whole');
  else if (stage.scale > 1 && e.key === 'ArrowLeft') stage.x += step;
  else if (stage.scale > 1 && e.key === 'ArrowRight') stage.x -= step;
  else if (stage.scale > 1 && e.key === 'ArrowUp') stage.y += step;
  else if (stage.scale > 1 && e.key === 'ArrowDown') stage.y -= step;
  else return;
  e.preventDefault();
  place(stage);
}

/** @param {KeyboardEvent} e */
function onShortcut(e) {
  if (!(e.ctrlKey || e.metaKey) || e.altKey) return;
  const target = /** @type {HTMLElement} */ (e.target);
  if (target.matches('input[type=search], input[type=text], textarea')) return;
  const key = e.key.toLowerCase();
  const name = key === 'z' ? (e.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : '';
  if (name === '') return;
  e.preventDefault();
  pen?.Shortcut(name);
}

/** @param {Stage} stage @param {number} clientX @param {number} clientY @param {number} factor */
function zoomAt(stage, clientX, clientY, factor) {
  const box = stage.frame.getBoundingClientRect();
  const next = Math.min(SCALE_MAX, Math.max(1, stage.scale * factor));
  const fx = clientX - box.left - box.width / 2, fy = clientY - box.top - box.height / 2;
  stage.x = fx - ((fx - stage.x) * next) / stage.scale;
  stage.y = fy - ((fy - stage.y) * next) / stage.scale;
  stage.scale = next;
  place(stage);
}

/** @param {Stage} stage @param {number} more room to move up, CSS pixels */
function place(stage, more = 0) {
  const roomX = (stage.frame.clientWidth * (stage.scale - 1)) / 2;
  const roomY = (stage.frame.clientHeight * (stage.scale - 1)) / 2;
  stage.x = Math.min(roomX, Math.max(-roomX, stage.x));
  stage.y = Math.min(roomY, Math.max(-roomY - more, stage.y));
  // What lies on the picture and is not part of it keeps its size.
  stage.sheet.style.setProperty('--zoom', String(stage.scale));
  stage.sheet.style.transform =
    stage.scale === 1 ? '' : `translate(${stage.x}px, ${stage.y}px) scale(${stage.scale})`;
}

/** @param {Stage} stage @param {PointerEvent} e */
function showRing(stage, e) {
  if (e.pointerType === 'touch') return;
  const box = stage.frame.getBoundingClientRect();
  const sheet = stage.sheet.getBoundingClientRect();
  const size = (2 * radiusCm() * stage.pixelsPerCm * sheet.width) / stage.canvas.width;
  stage.ring.hidden = false;
  stage.ring.style.width = stage.ring.style.height = `${size}px`;
  stage.ring.style.transform =
    `translate(${e.clientX - box.left - size / 2}px, ${e.clientY - box.top - size / 2}px)`;
}
