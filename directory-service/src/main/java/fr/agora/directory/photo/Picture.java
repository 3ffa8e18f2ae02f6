package fr.agora.directory.photo;

/** A picture made anew from what a file showed. */
record Picture(byte[] large, byte[] small) {}
