import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Later, later } from "../../shared/later.ts";

type Draw<Data> = (data: Data, width: number) => Element;

type ChartProps<Data> = {
  /** The drawing, loaded when a chart is first shown. */
  draw: Later<{ default: Draw<Data> }>;
  data: Data;
  /** Pixels that are held for it until it is drawn. */
  height: number;
};

/** A drawing as wide as its place. What it says in words is in its label. */
export function Chart<Data>({ draw, data, height }: ChartProps<Data>): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const module = draw.use();
  useEffect(() => {
    if (module && width > 0) host.current?.replaceChildren(module.default(data, width));
  }, [module, data, width]);
  return <div ref={host} class="chart" style={{ minHeight: `${height}px` }} />;
}

function useWidth(host: { current: HTMLElement | null }): number {
  const [width, measure] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => measure(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(host.current!);
    return () => observer.disconnect();
  }, []);
  return width;
}

export const rangeDrawing = later(() => import("./draw-range.ts"));
export const barsDrawing = later(() => import("./draw-bars.ts"));
