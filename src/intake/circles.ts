import type { CatalogueItem } from '../domain/catalogue.js';
import { compareIds } from '../internal/order.js';
import { comparePaths, type IssueList } from '../domain/checking/issue-list.js';
import type { Part, RequestParts } from './parts.js';
import { type Path, quoted } from '../domain/checking/wording.js';

/*
 * Circles among catalogue items. Both are found by one walk in depth: an edge back to a node that is still open closes
 * a circle, and without all such edges none is left, so each is reported where it is written.
 */

interface Edge {
  readonly to: string;
  readonly path: Path;
}
type Graph = Map<string, { readonly name: string; readonly edges: Edge[] }>;

const NAMES = 6;

function circleInWords(nodes: readonly { readonly id: string }[], graph: Graph): string {
  const names = nodes.slice(0, NAMES).map(({ id }) => quoted(graph.get(id)?.name ?? id));
  const rest = nodes.length > NAMES ? ['...'] : [];
  return [...names, ...rest, ...names.slice(0, 1)].join(' → ');
}

/** Adds an issue for each edge that closes a circle. Not recursive: chains can be long. */
function reportCircles(graph: Graph, what: string, issues: IssueList): void {
  const openAt = new Map<string, number>();
  const done = new Set<string>();
  const inOrder = (edges: readonly Edge[]): Edge[] =>
    [...edges].sort((a, b) => compareIds(a.to, b.to) || comparePaths(a.path, b.path));
  for (const root of [...graph.keys()].sort(compareIds)) {
    if (issues.full) return;
    const open: { id: string; edges: Edge[]; next: number }[] = [];
    const enter = (id: string): void => {
      const node = graph.get(id);
      if (node === undefined || done.has(id)) return;
      openAt.set(id, open.length);
      open.push({ id, edges: inOrder(node.edges), next: 0 });
    };
    enter(root);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const edge = top.edges[top.next];
      top.next += 1;
      if (edge === undefined) {
        open.pop();
        openAt.delete(top.id);
        done.add(top.id);
        continue;
      }
      const back = openAt.get(edge.to);
      if (back === undefined) enter(edge.to);
      else {
        const circle = (): string => circleInWords(open.slice(back), graph);
        issues.add(
          edge.path,
          'circular',
          (place) => `Remove ${place}: it closes a circle of ${what}, ${circle()}.`,
        );
      }
    }
  }
}

/** An item may not need itself first, through whatever other items. */
function checkPrerequisites(items: readonly Part<CatalogueItem>[], issues: IssueList): void {
  const graph: Graph = new Map();
  for (const { value: item, path } of items) {
    const edges = (item.prerequisites ?? []).flatMap(({ anyOf }, index) =>
      anyOf.map((to, place) => ({ to, path: [...path, 'prerequisites', index, 'anyOf', place] })),
    );
    const node = graph.get(item.id);
    if (node === undefined) graph.set(item.id, { name: item.id, edges });
    else for (const edge of edges) node.edges.push(edge);
  }
  reportCircles(graph, 'prerequisites', issues);
}

/** An item's price may not require what the item grants, through whatever other items. */
function checkGrants(items: readonly Part<CatalogueItem>[], issues: IssueList): void {
  const graph: Graph = new Map();
  const edgesOf = (id: string, name: string): Edge[] => {
    const node = graph.get(id) ?? { name, edges: [] };
    graph.set(id, node);
    return node.edges;
  };
  const itemKey = (id: string): string => `item ${id}`;
  const entitlementKey = (id: string): string => `entitlement ${id}`;
  for (const { value: item, path } of items) {
    item.grants?.forEach((entitlement, index) => {
      const edges = edgesOf(entitlementKey(entitlement), entitlement);
      edges.push({ to: itemKey(item.id), path: [...path, 'grants', index] });
    });
  }
  if (graph.size === 0) return;
  for (const { value: item, path } of items) {
    const edges = edgesOf(itemKey(item.id), item.id);
    item.offers.forEach(({ requires }, offer) =>
      requires?.forEach((entitlement, index) => {
        edges.push({ to: entitlementKey(entitlement), path: [...path, 'offers', offer, 'requires', index] });
      }),
    );
  }
  reportCircles(graph, 'requires and grants', issues);
}

/** Adds an issue for each reference that closes a circle of prerequisites, or of requires and grants. */
export function checkCircles({ items }: RequestParts, issues: IssueList): void {
  checkPrerequisites(items, issues);
  checkGrants(items, issues);
}
