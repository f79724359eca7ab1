import type { Json } from '../base/json.ts';

type Leaf = string | number | boolean | null | undefined;

/**
 * What we know of a record. Records keep keys they do not know (a newer program may have written them), which zod
 * shows as an index signature; this hides it, so that a misspelt field does not compile, and makes all readonly.
 */
export type Known<Value> = [Json] extends [Value] ? Value : KnownEach<Value>;

type KnownEach<Value> = Value extends Leaf
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Known<Item>[]
    : [NamedKeys<Value>] extends [never]
      ? { readonly [key: string]: Known<Value[keyof Value]> }
      : { readonly [Key in keyof Value as IsNamed<Key>]: Known<Value[Key]> };

type IsNamed<Key> = string extends Key ? never : number extends Key ? never : Key;
type NamedKeys<Value> = keyof { [Key in keyof Value as IsNamed<Key>]: true };
