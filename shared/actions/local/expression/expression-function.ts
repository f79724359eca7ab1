import { ExpressionFault } from './expression-fault.ts';
import { isList, kindOf, Moment, type ExpressionValue } from './expression-value.ts';
import { zoneExists } from '../../../values/time-zone.ts';
import { readTime } from '../../../values/read-time.ts';
import type { WorkBudget } from './work-budget.ts';

/** What a function knows beside its arguments. */
export type CallScene = {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly budget: WorkBudget;
  /** The call in the text. */
  readonly place: { readonly start: number; readonly end: number };
};

/** One function, with what completion and help say of it. The example is tried: `gives` is its result as JSON. */
export type ExpressionFunction = {
  readonly name: string;
  readonly group: 'text' | 'number' | 'list' | 'date' | 'conversion';
  /** `round(number, digits = 0)`. */
  readonly signature: string;
  /** One line. */
  readonly summary: string;
  readonly example: string;
  readonly gives: string;
  /** How many arguments it takes, at least and at most. */
  readonly takes: readonly [number, number];
  readonly apply: (args: Arguments, scene: CallScene) => ExpressionValue;
};

/** The arguments of a call, each asked for by position as what it has to be. */
export class Arguments {
  readonly all: readonly ExpressionValue[];
  readonly #name: string;
  readonly #place: CallScene['place'];

  constructor(name: string, all: readonly ExpressionValue[], place: CallScene['place']) {
    this.#name = name;
    this.all = all;
    this.#place = place;
  }

  get count(): number {
    return this.all.length;
  }

  at(index: number): ExpressionValue {
    return this.all[index] ?? null;
  }

  number(index: number, fallback?: number): number {
    if (index >= this.count && fallback !== undefined) return fallback;
    const value = this.at(index);
    if (typeof value !== 'number') throw this.wants(index, 'a number');
    return value;
  }

  whole(index: number, fallback?: number): number {
    const value = this.number(index, fallback);
    if (!Number.isSafeInteger(value)) throw this.wants(index, 'a whole number');
    return value;
  }

  text(index: number, fallback?: string): string {
    if (index >= this.count && fallback !== undefined) return fallback;
    const value = this.at(index);
    if (typeof value !== 'string') throw this.wants(index, 'a text');
    return value;
  }

  list(index: number): readonly ExpressionValue[] {
    const value = this.at(index);
    if (!isList(value)) throw this.wants(index, 'a list');
    return value;
  }

  /** A time, or a text that says one. */
  moment(index: number): Moment {
    const value = this.at(index);
    if (value instanceof Moment) return value;
    const seconds = typeof value === 'string' ? readTime(value, 'UTC') : null;
    if (seconds === null) throw this.wants(index, 'a time, such as date("2026-03-31")');
    return new Moment(seconds);
  }

  zone(index: number): string {
    const zone = this.text(index, 'UTC');
    if (!zoneExists(zone)) throw this.fault(`There is no time zone "${zone}". One is "Europe/Athens".`);
    return zone;
  }

  /** Numbers of a list, or the arguments themselves. */
  numbers(): readonly number[] {
    const [first] = this.all;
    const items = this.count === 1 && first !== undefined && isList(first) ? first : this.all;
    return items.map((item) => {
      if (typeof item === 'number') return item;
      throw this.fault(`${this.#name} works with numbers, but one of these is ${kindOf(item)}.`);
    });
  }

  wants(index: number, what: string): ExpressionFault {
    const found = kindOf(this.at(index));
    return this.fault(`${this.#name} needs ${what} as its ${places[index] ?? 'next'} value, but got ${found}.`);
  }

  fault(sentence: string): ExpressionFault {
    return new ExpressionFault(sentence, this.#place);
  }
}

const places = ['first', 'second', 'third', 'fourth'];
