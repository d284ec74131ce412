// @ts-check
// The body's stages: pen, fingers, wheel and keys become batches of picture points for C#, and painted rectangles
// become pixels of a canvas. Nothing here knows about pain; nothing in C# knows about events.

/**
 * @typedef {object} Stage
 * @property {string} view
 * @property {HTMLElement} frame     the fixed window
 * @property {HTMLElement} sheet     what zooms and pans inside it
 * @property {HTMLElement} ring      the pen's outline
 * @property {number} width          pixels of the picture
 * @property {number} height
 * @property {number} pixelsPerCm
 * @property {number} scale
 * @property {number} x              pan, CSS pixels of the frame
 * @property {number} y
 * @property {Map<number, {x: number, y: number}>} fingers
 * @property {'idle' | 'draw' | 'pan' | 'pinch'} mode
 * @property {number[]} points       x and y by turns, waiting for the next frame
 * @property {boolean} begins        the points begin a stroke
 * @property {boolean} ends          the points end a stroke
 * @property {number} since          time stamp of the oldest waiting event
 */

/** @typedef {{ Points(view: string, xy: number[], begins: boolean, ends: boolean): boolean, Cancel(): void, Shortcut(name: string): void }} Pen */

const SCALE_MAX = 8;
const MEASURES_KEPT = 4000;

/** @type {Map<string, Stage>} */
const stages = new Map();
/** @type {Pen | null} */
let pen = null;
let penRadiusCm = 1;
let frameRequest = 0;

/** Finds the C# side; once. */
export async function start() {
  const runtime = /** @type {any} */ (globalThis).getDotnetRuntime(0);
  const exports = await runtime.getAssemblyExports('Nodus.Web.Client.dll');
  pen = exports.Nodus.Web.Client.Body.StageModule;
  addEventListener('keydown', onShortcut);
}

/**
 * Makes the stage of a view live; does nothing when its elements are already.
 * @param {string} view @param {number} width @param {number} height @param {number} pixelsPerCm
 */
export function mount(view, width, height, pixelsPerCm) {
  const frame = document.getElementById(`stage-${view}`);
  const sheet = /** @type {HTMLElement | null} */ (frame?.querySelector('.sheet') ?? null);
  const ring = /** @type {HTMLElement | null} */ (frame?.querySelector('.ring') ?? null);
  if (!frame || !sheet || !ring) return;
  const old = stages.get(view);
  if (old && old.frame === frame) {
    Object.assign(old, { width, height, pixelsPerCm });
    return;
  }

  /** @type {Stage} */
  const stage = {
    view, frame, sheet, ring, width, height, pixelsPerCm, scale: 1, x: 0, y: 0,
    fingers: new Map(), mode: 'idle', points: [], begins: false, ends: false, since: 0,
  };
  stages.set(view, stage);
  frame.addEventListener('pointerdown', (e) => onDown(stage, e));
  frame.addEventListener('pointermove', (e) => onMove(stage, e));
  frame.addEventListener('pointerup', (e) => onUp(stage, e));
  frame.addEventListener('pointercancel', (e) => onUp(stage, e));
  frame.addEventListener('pointerleave', () => { ring.hidden = true; });
  frame.addEventListener('wheel', (e) => onWheel(stage, e), { passive: false });
  frame.addEventListener('keydown', (e) => onKey(stage, e));
  frame.addEventListener('contextmenu', (e) => e.preventDefault());
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
  const stage = stages.get(view);
  if (!stage) return;
  if (how === 'whole') {
    stage.scale = 1;
    place(stage);
    return;
  }

  const box = stage.frame.getBoundingClientRect();
  zoomAt(stage, box.left + box.width / 2, box.top + box.height / 2, how === 'in' ? 1.5 : 1 / 1.5);
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

/** @param {Stage} stage @param {PointerEvent} e */
function onDown(stage, e) {
  stage.fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
  stage.frame.setPointerCapture(e.pointerId);
  if (stage.fingers.size === 2) {
    // A second finger means zoom: what the first one drew by the way is taken back.
    if (stage.mode === 'draw') {
      stage.points = [];
      stage.begins = stage.ends = false;
      pen?.Cancel();
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

/** @param {Stage} stage @param {PointerEvent} e */
function onMove(stage, e) {
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
    ((e.clientX - box.left) / box.width) * stage.width,
    ((e.clientY - box.top) / box.height) * stage.height);
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
    const ranked = pen?.Points(stage.view, points, begins, ends);
    if (ranked) measure('stroke-to-ranking', since);
    measure('stroke-to-paint', since);
  }
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

/** @param {Stage} stage */
function place(stage) {
  const roomX = (stage.frame.clientWidth * (stage.scale - 1)) / 2;
  const roomY = (stage.frame.clientHeight * (stage.scale - 1)) / 2;
  stage.x = Math.min(roomX, Math.max(-roomX, stage.x));
  stage.y = Math.min(roomY, Math.max(-roomY, stage.y));
  stage.sheet.style.transform =
    stage.scale === 1 ? '' : `translate(${stage.x}px, ${stage.y}px) scale(${stage.scale})`;
}

/** @param {Stage} stage @param {PointerEvent} e */
function showRing(stage, e) {
  if (e.pointerType === 'touch') return;
  const box = stage.frame.getBoundingClientRect();
  const sheet = stage.sheet.getBoundingClientRect();
  const size = (2 * penRadiusCm * stage.pixelsPerCm * sheet.width) / stage.width;
  stage.ring.hidden = false;
  stage.ring.style.width = stage.ring.style.height = `${size}px`;
  stage.ring.style.transform =
    `translate(${e.clientX - box.left - size / 2}px, ${e.clientY - box.top - size / 2}px)`;
}
