/** The version of widgets and API, and the major that is part of the widgets' address. */
export const version = '1.0.0';
export const major = 1;
