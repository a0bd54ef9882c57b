#define _GNU_SOURCE
#include "faults.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int errno_named(const char *name) {
  static const struct {
    const char *name;
    int code;
  } known[] = {
      {"EBUSY", EBUSY},   {"EACCES", EACCES}, {"EPERM", EPERM},   {"ENOENT", ENOENT},
      {"ENODEV", ENODEV}, {"ENXIO", ENXIO},   {"EIO", EIO},       {"ENOMEM", ENOMEM},
      {"ECONNREFUSED", ECONNREFUSED},         {"EHOSTDOWN", EHOSTDOWN},
  };
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (!strcmp(name, known[i].name)) return known[i].code;
  return EINVAL;
}

static int kind_named(const char *name, enum fault_kind *kind) {
  static const struct {
    const char *name;
    enum fault_kind kind;
  } known[] = {
      {"EPIPE", FAULT_OVERRUN}, {"broken", FAULT_BROKEN},  {"ESTRPIPE", FAULT_SUSPEND},
      {"ENODEV", FAULT_GONE},   {"EIO", FAULT_UNREADABLE}, {"stall", FAULT_STALL},
      {"idle", FAULT_IDLE},     {"drop", FAULT_DROP},      {"freeze", FAULT_FREEZE},
      {"silence", FAULT_SILENCE},
  };
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (strcmp(name, known[i].name)) continue;
    *kind = known[i].kind;
    return 0;
  }
  return -EINVAL;
}

int fault_plan_read(struct fault_plan *plan, const char *text) {
  char copy[512], *rest = NULL;
  plan->count = 0;
  plan->opening_seconds = 0;
  if (!text) return 0;
  if (snprintf(copy, sizeof copy, "%s", text) >= (int)sizeof copy) return -EINVAL;
  for (char *entry = strtok_r(copy, ", ", &rest); entry; entry = strtok_r(NULL, ", ", &rest)) {
    char *what = strchr(entry, ':');
    if (!what || plan->count == FAULT_LIMIT) return -EINVAL;
    *what++ = 0;
    char *seconds = strchr(what, '=');
    if (seconds) *seconds++ = 0;
    if (!strcmp(entry, "open")) {
      if (strcmp(what, "freeze") || !seconds) return -errno_named(what);
      plan->opening_seconds = atof(seconds);
      continue;
    }
    struct fault fault = {.at = atof(entry), .seconds = seconds ? atof(seconds) : INFINITY};
    if (*entry == '/') {
      fault.at = INFINITY;
      if (snprintf(fault.trigger, sizeof fault.trigger, "%s", entry) >= (int)sizeof fault.trigger) return -EINVAL;
    }
    if (kind_named(what, &fault.kind) < 0) return -EINVAL;
    plan->faults[plan->count++] = fault;
  }
  return 0;
}
