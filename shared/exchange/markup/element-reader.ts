import type { MarkupProblem, XmlElement, XmlNode } from './parse-xml.ts';

/** Takes an element apart, once each; what nobody took is unknown, and told. */
export class ElementReader {
  readonly element: XmlElement;
  readonly #problems: MarkupProblem[];
  readonly #taken = new Set<XmlNode | string>();

  constructor(element: XmlElement, problems: MarkupProblem[]) {
    this.element = element;
    this.#problems = problems;
  }

  tell(sentence: string, at: number = this.element.at): void {
    this.#problems.push({ position: at, sentence });
  }

  inside = (element: XmlElement): ElementReader => new ElementReader(element, this.#problems);

  /** The first child of one of these names. */
  child(names: readonly string[]): ElementReader | null {
    const [first, ...more] = this.children(names);
    for (const { element } of more) this.tell(`<${element.name}> is given twice; the first counts.`, element.at);
    return first ?? null;
  }

  children(names: readonly string[]): ElementReader[] {
    return this.element.children.flatMap((node) => {
      if (node.kind !== 'element' || !names.includes(node.name)) return [];
      this.#taken.add(node);
      return [this.inside(node)];
    });
  }

  attribute(names: readonly string[]): string | null {
    for (const name of names) {
      const value = this.element.attributes.get(name);
      if (value === undefined) continue;
      this.#taken.add(name);
      return value.trim();
    }
    return null;
  }

  /** All there is in it, for those who read mixed content themselves. */
  nodes(): readonly XmlNode[] {
    for (const node of this.element.children) this.#taken.add(node);
    return this.element.children;
  }

  /** The text of an element that holds nothing else. */
  text(): string {
    const nodes = this.nodes();
    for (const node of nodes)
      if (node.kind === 'element') this.tell(`<${node.name}> means nothing in <${this.element.name}>.`, node.at);
    return nodes.map(textIn).join('').trim();
  }

  /** Tells what was not taken. */
  end(): void {
    for (const name of this.element.attributes.keys())
      if (!this.#taken.has(name)) this.tell(`The attribute "${name}" of <${this.element.name}> is unknown.`);
    for (const node of this.element.children) {
      if (this.#taken.has(node)) continue;
      if (node.kind === 'element') this.tell(`<${node.name}> is unknown in <${this.element.name}>.`, node.at);
      else if (node.text.trim() !== '')
        this.tell(`<${this.element.name}> holds text that belongs to none of its parts.`, node.at);
    }
  }
}

/** Every word in a node, whatever stands around it. */
export const textIn = (node: XmlNode): string =>
  node.kind === 'text' ? node.text : node.children.map(textIn).join('');
