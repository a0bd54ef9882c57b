// What glibc's spawn.h keeps behind the feature macro _GNU_SOURCE, which Swift does not set (glibc 2.34 and later).
#pragma once
#include <spawn.h>

// The program starts in the folder `path`. Returns 0 or an errno.
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);

// The program inherits no descriptor from `first` on; the actions that follow count too. Returns 0 or an errno.
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);

// The program begins a session of its own: the flag POSIX_SPAWN_SETSID.
static const short starpace_spawn_new_session = 0x80;
