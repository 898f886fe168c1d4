// The same build and passes in C, for comparison: adjacency both ways, Kahn's order, longest paths forward and backward,
// total and free float. Times are plain whole days: no calendar, no dates.
//
//   reference network N LINKS SEED RUNS     prints build and passes in milliseconds of processor time (best of RUNS) and the makespan
//   reference shuffled N LINKS SEED RUNS    the same with the activities in any order
//   reference risk N LINKS SEED RUNS        prints the milliseconds of RUNS simulations and the sum of their finishes
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static uint32_t state;

// The same generator as in generate.ts, so that both sides work on the same network.
static uint32_t next(void) {
  state += 0x6d2b79f5u;
  uint32_t x = state;
  x = (x ^ (x >> 15)) * (1u | x);
  x ^= x + (x ^ (x >> 7)) * (61u | x);
  return x ^ (x >> 14);
}

static uint32_t below(uint32_t n) { return (uint32_t)(((uint64_t)next() * n) >> 32); }

typedef struct {
  int n, m;
  int32_t *duration, *from, *to, *lag;
} Plan;

typedef struct {
  int32_t *in_start, *in_from, *in_lag, *out_start, *out_to, *out_lag, *order;
} Network;

static int32_t *ints(long count) { return malloc(sizeof(int32_t) * (count > 0 ? count : 1)); }

static Plan generate(int n, int links) {
  Plan p = {n, 0, ints(n), ints((long)n * links), ints((long)n * links), ints((long)n * links)};
  for (int i = 0; i < n; i++) p.duration[i] = 1 + below(20);
  for (int i = 1; i < n; i++)
    for (int k = 0; k < links; k++) {
      p.from[p.m] = below(i);
      p.to[p.m] = i;
      p.lag[p.m++] = below(4) == 0 ? (int32_t)below(5) : 0;
    }
  return p;
}

static void shuffle(Plan *p) {
  int32_t *position = ints(p->n), *durations = ints(p->n);
  for (int i = 0; i < p->n; i++) position[i] = i;
  for (int i = p->n - 1; i > 0; i--) {
    int other = below(i + 1), kept = position[i];
    position[i] = position[other];
    position[other] = kept;
  }
  memcpy(durations, p->duration, sizeof(int32_t) * p->n);
  for (int i = 0; i < p->n; i++) p->duration[position[i]] = durations[i];
  for (int e = 0; e < p->m; e++) {
    p->from[e] = position[p->from[e]];
    p->to[e] = position[p->to[e]];
  }
  free(position);
  free(durations);
}

static Network build(const Plan *p) {
  int n = p->n, m = p->m;
  Network w = {ints(n + 1), ints(m), ints(m), ints(n + 1), ints(m), ints(m), ints(n)};
  int32_t *cursor = ints(n), *waiting = ints(n);
  memset(w.in_start, 0, sizeof(int32_t) * (n + 1));
  memset(w.out_start, 0, sizeof(int32_t) * (n + 1));
  for (int e = 0; e < m; e++) {
    w.in_start[p->to[e] + 1]++;
    w.out_start[p->from[e] + 1]++;
  }
  for (int i = 0; i < n; i++) {
    waiting[i] = w.in_start[i + 1];
    w.in_start[i + 1] += w.in_start[i];
    w.out_start[i + 1] += w.out_start[i];
  }
  memcpy(cursor, w.in_start, sizeof(int32_t) * n);
  for (int e = 0; e < m; e++) {
    int at = cursor[p->to[e]]++;
    w.in_from[at] = p->from[e];
    w.in_lag[at] = p->lag[e];
  }
  memcpy(cursor, w.out_start, sizeof(int32_t) * n);
  for (int e = 0; e < m; e++) {
    int at = cursor[p->from[e]]++;
    w.out_to[at] = p->to[e];
    w.out_lag[at] = p->lag[e];
  }
  int found = 0;
  for (int i = 0; i < n; i++)
    if (waiting[i] == 0) w.order[found++] = i;
  for (int done = 0; done < found; done++) {
    int i = w.order[done];
    for (int k = w.out_start[i]; k < w.out_start[i + 1]; k++)
      if (--waiting[w.out_to[k]] == 0) w.order[found++] = w.out_to[k];
  }
  free(cursor);
  free(waiting);
  return w;
}

static void release(Network *w) {
  free(w->in_start), free(w->in_from), free(w->in_lag);
  free(w->out_start), free(w->out_to), free(w->out_lag), free(w->order);
}

typedef struct {
  int32_t *es, *ef, *ls, *lf, *total, *room;
} Times;

static int passes(const Plan *p, const Network *w, Times *t) {
  int n = p->n, finish = 0;
  for (int r = 0; r < n; r++) {
    int i = w->order[r], start = 0;
    for (int k = w->in_start[i]; k < w->in_start[i + 1]; k++) {
      int bound = t->ef[w->in_from[k]] + w->in_lag[k];
      if (bound > start) start = bound;
    }
    t->es[i] = start;
    t->ef[i] = start + p->duration[i];
    if (t->ef[i] > finish) finish = t->ef[i];
  }
  for (int r = n - 1; r >= 0; r--) {
    int i = w->order[r], late = finish, room = finish;
    for (int k = w->out_start[i]; k < w->out_start[i + 1]; k++) {
      int j = w->out_to[k];
      if (t->ls[j] - w->out_lag[k] < late) late = t->ls[j] - w->out_lag[k];
      if (t->es[j] - w->out_lag[k] < room) room = t->es[j] - w->out_lag[k];
    }
    t->lf[i] = late;
    t->ls[i] = late - p->duration[i];
    t->total[i] = t->ls[i] - t->es[i];
    t->room[i] = room - t->ef[i];
  }
  return finish;
}

// The best of several runs: what the program takes when nothing else is in its way.
static double best(const double *values, int count) {
  double least = values[0];
  for (int i = 1; i < count; i++)
    if (values[i] < least) least = values[i];
  return least;
}

static int run_network(const Plan *p, int runs) {
  double *built = malloc(sizeof(double) * runs), *passed = malloc(sizeof(double) * runs);
  int n = p->n, finish = 0;
  Times t = {ints(n), ints(n), ints(n), ints(n), ints(n), ints(n)};
  for (int run = 0; run < runs; run++) {
    double t0 = now();
    Network w = build(p);
    double t1 = now();
    finish = passes(p, &w, &t);
    double t2 = now();
    built[run] = t1 - t0;
    passed[run] = t2 - t1;
    release(&w);
  }
  printf("{\"buildMs\":%.4f,\"passesMs\":%.4f,\"finish\":%d}\n", best(built, runs), best(passed, runs), finish);
  return 0;
}

// Durations are drawn from three points (triangular, by inversion, rounded); the finish, and which nodes were critical.
static int run_risk(const Plan *p, int runs) {
  Network w = build(p);
  int n = p->n;
  int32_t *es = ints(n), *ef = ints(n), *drawn = ints(n), *hits = ints(n);
  uint8_t *critical = malloc(n);
  memset(hits, 0, sizeof(int32_t) * n);
  double sum = 0, t0 = now();
  for (int run = 0; run < runs; run++) {
    int finish = 0;
    for (int r = 0; r < n; r++) {
      int i = w.order[r], start = 0;
      double low = p->duration[i] * 0.8, mode = p->duration[i], high = p->duration[i] * 1.5;
      double u = next() / 4294967296.0, split = (mode - low) / (high - low);
      double x = u < split ? low + sqrt(u * (high - low) * (mode - low))
                           : high - sqrt((1 - u) * (high - low) * (high - mode));
      drawn[i] = (int32_t)(x + 0.5);
      for (int k = w.in_start[i]; k < w.in_start[i + 1]; k++) {
        int bound = ef[w.in_from[k]] + w.in_lag[k];
        if (bound > start) start = bound;
      }
      es[i] = start;
      ef[i] = start + drawn[i];
      if (ef[i] > finish) finish = ef[i];
    }
    sum += finish;
    for (int i = 0; i < n; i++) critical[i] = ef[i] == finish;
    for (int r = n - 1; r >= 0; r--) {
      int i = w.order[r];
      if (!critical[i]) continue;
      hits[i]++;
      for (int k = w.in_start[i]; k < w.in_start[i + 1]; k++)
        if (ef[w.in_from[k]] + w.in_lag[k] == es[i]) critical[w.in_from[k]] = 1;
    }
  }
  double ms = now() - t0;
  printf("{\"ms\":%.3f,\"meanFinish\":%.3f,\"firstHits\":%d}\n", ms, sum / runs, hits[0]);
  return 0;
}

int main(int argc, char **argv) {
  if (argc != 6) return 2;
  state = (uint32_t)atoi(argv[4]);
  Plan p = generate(atoi(argv[2]), atoi(argv[3]));
  if (strcmp(argv[1], "shuffled") == 0) shuffle(&p);
  return strcmp(argv[1], "risk") == 0 ? run_risk(&p, atoi(argv[5])) : run_network(&p, atoi(argv[5]));
}
