// The bundler makes a file of its own of a worker; what is imported is its address.
declare module '*?worker&url' {
  const address: string;
  export = address;
}
