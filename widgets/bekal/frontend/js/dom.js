// Makes elements; what is given as text always becomes a text node, never markup.
import { ICONS } from "./icons.js";

const SVG = "http://www.w3.org/2000/svg";
let lastId = 0;

export function el(tag, attributes, ...children) {
  return furnish(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes, ...children) {
  return furnish(document.createElementNS(SVG, tag), attributes, children);
}

function furnish(node, attributes, children) {
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value === true ? "" : value);
  });
  add(node, children);
  return node;
}

function add(node, children) {
  children.forEach((child) => {
    if (Array.isArray(child)) add(node, child);
    else if (child || child === 0) node.appendChild(child.nodeType ? child : document.createTextNode(String(child)));
  });
}

export function empty(node, ...children) {
  while (node.firstChild) node.removeChild(node.firstChild);
  add(node, children);
  return node;
}

export function icon(name) {
  return svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" }, outline(name));
}

export function outline(name) {
  return (ICONS[name] || ICONS.coin).map((d) => svg("path", { d }));
}

export function uid() {
  lastId += 1;
  return `bekal-${lastId}`;
}
