// Stylesheets are imported for their effect; the bundler takes them out of the program.
declare module '*.css';
