// When a virtual microphone misbehaves, and how.
#pragma once
#include <stdbool.h>

enum fault_kind { FAULT_OVERRUN, FAULT_SUSPEND, FAULT_GONE, FAULT_STALL, FAULT_SILENCE };

struct fault {
  enum fault_kind kind;
  double at;       // seconds after the first start
  double seconds;  // how long a stall or a silence lasts; infinite unless limited
  bool is_done;
};

enum { FAULT_LIMIT = 32 };

struct fault_plan {
  struct fault faults[FAULT_LIMIT];
  int count;
};

// Reads a plan as described in VirtualMicrophone.h; NULL and "" plan nothing.
// Returns 0; or the negative errno with which opening is to fail; or -EINVAL for text that is no plan.
int fault_plan_read(struct fault_plan *plan, const char *text);
