// When a virtual microphone misbehaves, and how.
#pragma once
#include <stdbool.h>

enum fault_kind {
  FAULT_OVERRUN,
  FAULT_BROKEN,
  FAULT_SUSPEND,
  FAULT_GONE,
  FAULT_UNREADABLE,
  FAULT_STALL,
  FAULT_IDLE,
  FAULT_DROP,
  FAULT_FREEZE,
  FAULT_SILENCE
};

struct fault {
  enum fault_kind kind;
  double at;       // seconds after the first start; infinite where a file triggers it
  char trigger[256];
  double seconds;  // how long it lasts, where it lasts; infinite unless limited
  bool is_done;
};

enum { FAULT_LIMIT = 16 };

struct fault_plan {
  struct fault faults[FAULT_LIMIT];
  int count;
  double opening_seconds;  // how long opening takes
};

// Reads a plan as described in VirtualMicrophone.h; NULL and "" plan nothing.
// Returns 0; or the negative errno with which opening is to fail; or -EINVAL for text that is no plan.
int fault_plan_read(struct fault_plan *plan, const char *text);
