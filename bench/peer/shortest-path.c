/* The floor of the figure `assignment`: dense assignment by shortest augmenting paths after Jonker and Volgenant (1987), in C. Reads n and n*n doubles
   from standard input, assigns so many times, prints milliseconds of each time and the total cost. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static double assign(int n, const double *c, int *column_of, int *row_of) {
  double *price = malloc(n * sizeof *price), *distance = malloc(n * sizeof *distance);
  int *free_rows = malloc(n * sizeof *free_rows), *list = malloc(n * sizeof *list);
  int *before = malloc(n * sizeof *before), *takes = calloc(n, sizeof *takes), *cheapest = calloc(n, sizeof *cheapest);
  int free_count = 0;
  for (int i = 0; i < n; i++) column_of[i] = row_of[i] = -1;
  for (int j = 0; j < n; j++) price[j] = c[j];
  for (int i = 1; i < n; i++)
    for (int j = 0; j < n; j++)
      if (c[(size_t)i * n + j] < price[j]) {
        price[j] = c[(size_t)i * n + j];
        cheapest[j] = i;
      }
  for (int j = n - 1; j >= 0; j--)
    if (++takes[cheapest[j]] == 1) {
      column_of[cheapest[j]] = j;
      row_of[j] = cheapest[j];
    }
  for (int i = 0; i < n; i++) {
    if (takes[i] == 0) free_rows[free_count++] = i;
    else if (takes[i] == 1) {
      double spare = 1e300;
      for (int j = 0; j < n; j++)
        if (j != column_of[i] && c[(size_t)i * n + j] - price[j] < spare) spare = c[(size_t)i * n + j] - price[j];
      price[column_of[i]] -= spare;
    }
  }
  for (int pass = 0; pass < 2; pass++) {
    int k = 0, count = free_count;
    free_count = 0;
    while (k < count) {
      int i = free_rows[k++], first = 0, second = -1;
      const double *row = c + (size_t)i * n;
      double least = row[0] - price[0], next = 1e300;
      for (int j = 1; j < n; j++) {
        double h = row[j] - price[j];
        if (h < next) {
          if (h >= least) {
            next = h;
            second = j;
          } else {
            next = least;
            second = first;
            least = h;
            first = j;
          }
        }
      }
      int other = row_of[first];
      double lowered = price[first] - (next - least);
      int lowers = lowered < price[first];
      if (lowers) price[first] = lowered;
      else if (other >= 0 && second >= 0) {
        first = second;
        other = row_of[first];
      }
      column_of[i] = first;
      row_of[first] = i;
      if (other >= 0) {
        column_of[other] = -1;
        if (lowers) free_rows[--k] = other;
        else free_rows[free_count++] = other;
      }
    }
  }
  for (int f = 0; f < free_count; f++) {
    int start = free_rows[f], low = 0, up = 0, scanned = 0, end = -1;
    double least = 0;
    for (int j = 0; j < n; j++) {
      distance[j] = c[(size_t)start * n + j] - price[j];
      before[j] = start;
      list[j] = j;
    }
    while (end < 0) {
      if (up == low) {
        scanned = low;
        least = distance[list[up++]];
        for (int k = up; k < n; k++) {
          int j = list[k];
          double h = distance[j];
          if (h <= least) {
            if (h < least) {
              up = low;
              least = h;
            }
            list[k] = list[up];
            list[up++] = j;
          }
        }
        for (int k = low; k < up; k++)
          if (row_of[list[k]] < 0) {
            end = list[k];
            break;
          }
        if (end >= 0) break;
      }
      int from = list[low++], row = row_of[from];
      const double *at = c + (size_t)row * n;
      double base = at[from] - price[from] - least;
      for (int k = up; k < n; k++) {
        int j = list[k];
        double way = at[j] - price[j] - base;
        if (way < distance[j]) {
          before[j] = row;
          distance[j] = way;
          if (way <= least) {
            if (row_of[j] < 0) {
              end = j;
              break;
            }
            list[k] = list[up];
            list[up++] = j;
          }
        }
      }
    }
    for (int k = 0; k < scanned; k++) price[list[k]] += distance[list[k]] - least;
    for (int row = -1; row != start;) {
      row = before[end];
      row_of[end] = row;
      int next = column_of[row];
      column_of[row] = end;
      end = next;
    }
  }
  double total = 0;
  for (int i = 0; i < n; i++) total += c[(size_t)i * n + column_of[i]];
  free(price), free(distance), free(free_rows), free(list), free(before), free(takes), free(cheapest);
  return total;
}

int main(int count, char **words) {
  int n, times = count > 1 ? atoi(words[1]) : 1;
  if (fread(&n, sizeof n, 1, stdin) != 1) return 1;
  double *c = malloc((size_t)n * n * sizeof *c);
  if (fread(c, sizeof *c, (size_t)n * n, stdin) != (size_t)n * n) return 1;
  int *column_of = malloc(n * sizeof *column_of), *row_of = malloc(n * sizeof *row_of);
  for (int k = 0; k < times; k++) {
    double begin = now(), total = assign(n, c, column_of, row_of);
    printf("%.3f %.6f\n", now() - begin, total);
  }
  return 0;
}
