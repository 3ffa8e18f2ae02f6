package fr.agora.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some callers, each asking again as soon as it is answered. */
final class ClosedLoop implements AutoCloseable {

    private final List<Caller> callers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ClosedLoop(int connections, Visitors visitors) {
        for (int i = 0; i < connections; i++) {
            callers.add(new Caller(visitors));
        }
    }

    /** @throws BenchFailure when an answer is not 200: the ratio would compare errors */
    Round run(Request request, Duration duration) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        List<Future<List<Double>>> each = callers.stream()
                .map(caller -> threads.submit(() -> ask(caller, request, end)))
                .toList();
        List<Double> millis = new ArrayList<>();
        try {
            for (Future<List<Double>> one : each) {
                millis.addAll(one.get());
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof BenchFailure known
                    ? known
                    : new BenchFailure("A connection broke under load: " + failed.getCause(), failed);
        }
        return new Round(millis.size() / ((System.nanoTime() - start) / 1e9), millis);
    }

    private static List<Double> ask(Caller caller, Request request, long end) throws IOException {
        List<Double> millis = new ArrayList<>();
        long before = System.nanoTime();
        while (before < end) {
            int status = caller.ask(request);
            long after = System.nanoTime();
            if (status != 200) {
                throw new BenchFailure("Under load, port " + request.port() + " answered " + status + ".");
            }
            millis.add((after - before) / 1e6);
            before = after;
        }
        return millis;
    }

    @Override
    public void close() {
        threads.close();
        callers.forEach(Caller::close);
    }
}
