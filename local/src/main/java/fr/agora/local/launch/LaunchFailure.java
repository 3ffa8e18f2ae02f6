package fr.agora.local.launch;

import java.nio.file.Path;

/** Something went wrong that a person at the keyboard can put right: what happened, and what to do. */
public final class LaunchFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Cause reason;

    LaunchFailure(Cause reason) {
        super(reason.sentence());
        this.reason = reason;
    }

    /** What to do, a sentence. */
    String advice() {
        return reason.advice();
    }

    Cause reason() {
        return reason;
    }

    /** The failures this launcher knows. */
    sealed interface Cause {
        String sentence();

        String advice();
    }

    record PortTaken(int port, String use, String setting) implements Cause {
        @Override
        public String sentence() {
            return "Port " + port + ", wanted for " + use + ", is taken by another program.";
        }

        @Override
        public String advice() {
            return "Stop that program, or choose other ports: " + setting + " ./agora up";
        }
    }

    record DiskFull(Path place, long freeMegabytes, long neededMegabytes) implements Cause {
        @Override
        public String sentence() {
            return "Only " + freeMegabytes + " MB are free where " + place + " is, and " + neededMegabytes
                    + " MB are needed.";
        }

        @Override
        public String advice() {
            return "Free some space, or put the state elsewhere: AGORA_HOME=/another/disk ./agora up";
        }
    }

    record AlreadyRunning(Path home, long pid) implements Cause {
        @Override
        public String sentence() {
            return "Agora is already running on " + home + " (process " + pid + ").";
        }

        @Override
        public String advice() {
            return "See ./agora status, stop it with ./agora down, or run a second one beside it:"
                    + " AGORA_HOME=/another/place AGORA_PORT=8090 ./agora up";
        }
    }

    record NotRunning(Path home) implements Cause {
        @Override
        public String sentence() {
            return "Agora is not running on " + home + ".";
        }

        @Override
        public String advice() {
            return "Start it with ./agora up";
        }
    }

    record PartNotStarted(String part, String why, Path log) implements Cause {
        @Override
        public String sentence() {
            return "The part \"" + part + "\" could not be started: " + why;
        }

        @Override
        public String advice() {
            return "Its log says more: " + log
                    + " (if the machine is only slow, allow each part more seconds: AGORA_START_SECONDS=400 ./agora up)";
        }
    }

    record Interrupted() implements Cause {
        @Override
        public String sentence() {
            return "Agora was stopped while it was starting.";
        }

        @Override
        public String advice() {
            return "Start it again with ./agora up";
        }
    }

    record NotBuilt(String part, Path jar) implements Cause {
        @Override
        public String sentence() {
            return "The part \"" + part + "\" has not been built: " + jar + " is missing.";
        }

        @Override
        public String advice() {
            return "Build it with ./agora up, which builds what has changed; the build's log is in .agora/log/build.log";
        }
    }

    record WrongSetting(String name, String value, String wanted) implements Cause {
        @Override
        public String sentence() {
            return name + " is \"" + value + "\", but must be " + wanted + ".";
        }

        @Override
        public String advice() {
            return "Correct it, or leave it out for the default.";
        }
    }

    record WrongCommand(String problem) implements Cause {
        @Override
        public String sentence() {
            return problem;
        }

        @Override
        public String advice() {
            return "./agora help lists the commands.";
        }
    }

    record Unusable(Path place, String why) implements Cause {
        @Override
        public String sentence() {
            return place + " cannot be used: " + why;
        }

        @Override
        public String advice() {
            return "Give it to your account, or choose another place: AGORA_HOME=/another/place";
        }
    }

    record Refused(String what, String why) implements Cause {
        @Override
        public String sentence() {
            return what + " was turned away: " + why;
        }

        @Override
        public String advice() {
            return "See ./agora status and ./agora logs; ./agora help lists the commands.";
        }
    }

    record NoSuchAccount(String account, String why, String accounts) implements Cause {
        @Override
        public String sentence() {
            return "No token for \"" + account + "\": " + why + ".";
        }

        @Override
        public String advice() {
            return "The demo accounts are " + accounts + ".";
        }
    }

    record ImportStopped(Path file, String why) implements Cause {
        @Override
        public String sentence() {
            return "The import of " + file + " stopped. " + why;
        }

        @Override
        public String advice() {
            return "Correct it and import the whole file again: what was taken before is left as it is.";
        }
    }

    /** What the supervisor said to the command that asked it. */
    record Told(String sentence, String advice) implements Cause {}
}
