@NullMarked
package fr.agora.jobs.application;

import org.jspecify.annotations.NullMarked;
