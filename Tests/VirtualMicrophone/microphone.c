// The plugin itself; include/VirtualMicrophone.h says what it does.
#define _GNU_SOURCE
#include <alsa/asoundlib.h>
#include <alsa/pcm_external.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include "VirtualMicrophone.h"
#include "faults.h"

struct microphone {
  snd_pcm_ioplug_t io;
  int file, timer;
  int log;  // -1 where nobody asks
  bool is_gone, is_broken, drops, is_early;
  size_t frame_bytes;
  // Seconds of the monotonic clock; 0 while it has not happened.
  double first_start, start;
  double stall_start, stall_end, freeze_end;
  double silence_end;
  uint64_t first_frame;  // the frame of the file at `start`
  struct fault_plan plan;
};

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static struct timespec timespec_of(double seconds) {
  time_t whole = (time_t)seconds;
  return (struct timespec){.tv_sec = whole, .tv_nsec = (long)((seconds - (double)whole) * 1e9)};
}

static void sleep_until(double end) {
  struct timespec time;
  if (!isfinite(end)) end = now() + 1e6;
  time = timespec_of(end);
  while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL) == EINTR) continue;
}

// Wakes the reader after `first` seconds and then at every period; never, if `first` is 0 or infinite.
static void wake(struct microphone *mic, double first) {
  struct itimerspec times = {0};
  if (first > 0 && isfinite(first)) {
    times.it_value = timespec_of(first);
    times.it_interval = timespec_of((double)mic->io.period_size / mic->io.rate / (mic->is_early ? 3 : 1));
  }
  timerfd_settime(mic->timer, 0, &times, NULL);
}

// No frames from now on. alsa-lib begins the timeout of snd_pcm_wait anew at every wake-up.
static void stall(struct microphone *mic, const struct fault *fault, double time, bool wakes) {
  mic->stall_start = time;
  mic->stall_end = time + fault->seconds;
  if (!wakes) wake(mic, fault->seconds);
}

static void strike(struct microphone *mic, const struct fault *fault, double time) {
  switch (fault->kind) {
    case FAULT_BROKEN:
      mic->is_broken = true;
      snd_pcm_ioplug_set_state(&mic->io, SND_PCM_STATE_XRUN);
      break;
    case FAULT_OVERRUN: snd_pcm_ioplug_set_state(&mic->io, SND_PCM_STATE_XRUN); break;
    case FAULT_SUSPEND:
      // Nothing runs while a machine sleeps, its reader neither.
      if (isfinite(fault->seconds)) sleep_until(time + fault->seconds);
      snd_pcm_ioplug_set_state(&mic->io, SND_PCM_STATE_SUSPENDED);
      break;
    case FAULT_GONE:
      mic->is_gone = true;
      snd_pcm_ioplug_set_state(&mic->io, SND_PCM_STATE_DISCONNECTED);
      break;
    case FAULT_UNREADABLE: mic->is_broken = true; break;
    case FAULT_STALL: stall(mic, fault, time, false); break;
    case FAULT_IDLE: stall(mic, fault, time, true); break;
    case FAULT_DROP:
      stall(mic, fault, time, true);
      mic->first_frame += (uint64_t)(fault->seconds * mic->io.rate);
      break;
    case FAULT_FREEZE:
      stall(mic, fault, time, false);
      mic->freeze_end = mic->stall_end;
      break;
    case FAULT_SILENCE: mic->silence_end = time + fault->seconds; break;
  }
}

// Lets the faults that are due happen.
static void strike_due(struct microphone *mic, double time) {
  if (mic->first_start == 0) return;
  for (int i = 0; i < mic->plan.count; i++) {
    struct fault *fault = &mic->plan.faults[i];
    bool is_due = *fault->trigger ? access(fault->trigger, F_OK) == 0 : time - mic->first_start >= fault->at;
    if (fault->is_done || !is_due) continue;
    fault->is_done = true;
    strike(mic, fault, time);
  }
}

// Returns when the sound server is not, or no longer, frozen.
static void wait_for_server(struct microphone *mic) {
  strike_due(mic, now());
  if (now() < mic->freeze_end) sleep_until(mic->freeze_end);
}

// Returns the frames captured since the start.
static uint64_t captured(struct microphone *mic) {
  double time = now();
  strike_due(mic, time);
  if (mic->stall_end > 0) {
    if (time < mic->stall_end) {
      time = mic->stall_start;
    } else {
      mic->start += mic->stall_end - mic->stall_start;
      mic->stall_end = 0;
    }
  }
  return (uint64_t)((time - mic->start) * mic->io.rate);
}

// Loses what was not read in time, but for what the device holds: it stays a period below full.
static uint64_t drop_oldest(struct microphone *mic, uint64_t frames) {
  uint64_t kept = mic->io.appl_ptr + mic->io.buffer_size - mic->io.period_size;
  if (frames <= kept) return frames;
  mic->first_frame += frames - kept;
  mic->start += (double)(frames - kept) / mic->io.rate;
  return kept;
}

static snd_pcm_sframes_t on_pointer(snd_pcm_ioplug_t *io) {
  struct microphone *mic = io->private_data;
  uint64_t frames = io->state == SND_PCM_STATE_RUNNING ? captured(mic) : 0;
  if (io->state == SND_PCM_STATE_XRUN) return -EPIPE;
  if (io->state != SND_PCM_STATE_RUNNING) return (snd_pcm_sframes_t)(io->appl_ptr % io->buffer_size);
  if (mic->drops) frames = drop_oldest(mic, frames);
  if (frames - io->appl_ptr >= io->buffer_size) return -EPIPE;
  return (snd_pcm_sframes_t)(frames % io->buffer_size);
}

static int on_start(snd_pcm_ioplug_t *io) {
  struct microphone *mic = io->private_data;
  wait_for_server(mic);
  if (mic->is_gone) return -ENODEV;
  mic->start = now();
  if (mic->stall_end > mic->start)
    mic->stall_start = mic->start;
  else
    mic->stall_end = 0;
  if (mic->first_start == 0) mic->first_start = mic->start;
  mic->first_frame = (uint64_t)((mic->start - mic->first_start) * io->rate);
  // The application's pointer is 0, unless this resumes after sleep.
  mic->first_frame -= io->appl_ptr;
  mic->start -= (double)io->appl_ptr / io->rate;
  wake(mic, (double)io->period_size / io->rate);
  strike_due(mic, mic->start);
  return 0;
}

static int on_stop(snd_pcm_ioplug_t *io) {
  wait_for_server(io->private_data);
  wake(io->private_data, 0);
  return 0;
}

// alsa-lib ignores the result and leaves the state to the plugin.
static int on_resume(snd_pcm_ioplug_t *io) {
  int code = on_start(io);
  if (code == 0) snd_pcm_ioplug_set_state(io, SND_PCM_STATE_RUNNING);
  return code;
}

static int on_prepare(snd_pcm_ioplug_t *io) {
  struct microphone *mic = io->private_data;
  wait_for_server(mic);
  if (mic->is_broken) return -EIO;
  return mic->is_gone ? -ENODEV : 0;
}

static int on_hw_params(snd_pcm_ioplug_t *io, snd_pcm_hw_params_t *params) {
  struct microphone *mic = io->private_data;
  (void)params;
  mic->frame_bytes = (size_t)snd_pcm_format_physical_width(io->format) / 8 * io->channels;
  return mic->is_gone ? -ENODEV : 0;
}

static snd_pcm_sframes_t on_transfer(snd_pcm_ioplug_t *io, const snd_pcm_channel_area_t *areas,
                                     snd_pcm_uframes_t offset, snd_pcm_uframes_t size) {
  struct microphone *mic = io->private_data;
  char *target = (char *)areas->addr + (areas->first + areas->step * offset) / 8;
  uint64_t available = captured(mic) - io->appl_ptr;
  if (mic->is_gone) return -ENODEV;
  if (mic->is_broken) return -EIO;
  if (size > available) size = available;

  size_t wanted = size * mic->frame_bytes;
  ssize_t heard = 0;
  if (now() >= mic->silence_end) {
    // By the application's pointer, since a converter above asks for the same frames more than once.
    heard = pread(mic->file, target, wanted, (off_t)((mic->first_frame + io->appl_ptr) * mic->frame_bytes));
    if (heard < 0) return -EIO;
  }
  memset(target + heard, 0, wanted - (size_t)heard);
  if (mic->log >= 0) {
    uint64_t delivered = mic->first_frame + io->appl_ptr + size;
    if (pwrite(mic->log, &delivered, sizeof delivered, 0) < 0) return -EIO;
  }
  return (snd_pcm_sframes_t)size;
}

static int on_poll_revents(snd_pcm_ioplug_t *io, struct pollfd *polled, unsigned count,
                           unsigned short *events) {
  struct microphone *mic = io->private_data;
  uint64_t ticks;
  (void)count;
  *events = 0;
  if (!(polled[0].revents & POLLIN)) return 0;
  if (read(mic->timer, &ticks, sizeof ticks) < 0 && errno != EAGAIN) return -errno;
  uint64_t frames = captured(mic);
  if (mic->is_gone || mic->is_broken)
    *events = POLLERR | POLLNVAL;
  else if (io->state != SND_PCM_STATE_RUNNING)
    *events = POLLERR;
  else if (frames - io->appl_ptr >= (mic->is_early ? 1 : io->period_size))
    *events = POLLIN;
  return 0;
}

static void dispose(struct microphone *mic) {
  if (mic->file >= 0) close(mic->file);
  if (mic->timer >= 0) close(mic->timer);
  if (mic->log >= 0) close(mic->log);
  free(mic);
}

static int on_close(snd_pcm_ioplug_t *io) {
  wait_for_server(io->private_data);
  dispose(io->private_data);
  return 0;
}

static const snd_pcm_ioplug_callback_t callbacks = {
    .start = on_start,
    .stop = on_stop,
    .pointer = on_pointer,
    .transfer = on_transfer,
    .close = on_close,
    .hw_params = on_hw_params,
    .prepare = on_prepare,
    .resume = on_resume,
    .poll_revents = on_poll_revents,
};

// The fields of the configuration; text belongs to the configuration.
struct settings {
  const char *infile, *format, *fault;
  long rate, channels, max_buffer, drops, early;
};

static int read_settings(struct settings *settings, snd_config_t *conf) {
  snd_config_iterator_t at, next;
  snd_config_for_each(at, next, conf) {
    snd_config_t *field = snd_config_iterator_entry(at);
    const char *id;
    int code = snd_config_get_id(field, &id);
    if (code < 0) return code;
    if (!strcmp(id, "infile"))
      code = snd_config_get_string(field, &settings->infile);
    else if (!strcmp(id, "format"))
      code = snd_config_get_string(field, &settings->format);
    else if (!strcmp(id, "fault"))
      code = snd_config_get_string(field, &settings->fault);
    else if (!strcmp(id, "rate"))
      code = snd_config_get_integer(field, &settings->rate);
    else if (!strcmp(id, "channels"))
      code = snd_config_get_integer(field, &settings->channels);
    else if (!strcmp(id, "max_buffer"))
      code = snd_config_get_integer(field, &settings->max_buffer);
    else if (!strcmp(id, "drops"))
      code = snd_config_get_integer(field, &settings->drops);
    else if (!strcmp(id, "early"))
      code = snd_config_get_integer(field, &settings->early);
    else if (strcmp(id, "comment") && strcmp(id, "type") && strcmp(id, "hint"))
      code = -EINVAL;
    if (code < 0) {
      SNDERR("vmic: field %s", id);
      return code;
    }
  }
  return settings->infile && settings->rate > 0 && settings->channels > 0 ? 0 : -EINVAL;
}

// The one configuration that the device accepts.
static int set_constraints(snd_pcm_ioplug_t *io, const struct settings *settings, snd_pcm_format_t format) {
  unsigned accesses[] = {SND_PCM_ACCESS_RW_INTERLEAVED, SND_PCM_ACCESS_MMAP_INTERLEAVED};
  unsigned formats[] = {(unsigned)format};
  unsigned rate = (unsigned)settings->rate, channels = (unsigned)settings->channels;
  unsigned frame = (unsigned)snd_pcm_format_physical_width(format) / 8 * channels;
  unsigned longest = (unsigned)settings->max_buffer * frame;
  int code = snd_pcm_ioplug_set_param_list(io, SND_PCM_IOPLUG_HW_ACCESS, 2, accesses);
  if (code >= 0) code = snd_pcm_ioplug_set_param_list(io, SND_PCM_IOPLUG_HW_FORMAT, 1, formats);
  if (code >= 0) code = snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_CHANNELS, channels, channels);
  if (code >= 0) code = snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_RATE, rate, rate);
  if (code >= 0)
    code = snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_PERIOD_BYTES, 64 * frame, longest / 2);
  if (code >= 0)
    code = snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_BUFFER_BYTES, 128 * frame, longest);
  if (code >= 0) code = snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_PERIODS, 2, 1024);
  return code;
}

SND_PCM_PLUGIN_DEFINE_FUNC(vmic) {
  struct settings settings = {.format = "S16_LE", .rate = 48000, .channels = 1, .max_buffer = 192000};
  (void)root;
  if (stream != SND_PCM_STREAM_CAPTURE) return -EINVAL;
  int code = read_settings(&settings, conf);
  if (code < 0) return code;
  snd_pcm_format_t format = snd_pcm_format_value(settings.format);
  if (format == SND_PCM_FORMAT_UNKNOWN) return -EINVAL;

  struct microphone *mic = calloc(1, sizeof *mic);
  if (!mic) return -ENOMEM;
  mic->file = mic->timer = mic->log = -1;
  mic->drops = settings.drops;
  mic->is_early = settings.early;
  const char *fault = getenv("VMIC_FAULT"), *log = getenv("VMIC_LOG");
  code = fault_plan_read(&mic->plan, fault ? fault : settings.fault);
  if (code >= 0) {
    mic->file = open(settings.infile, O_RDONLY | O_CLOEXEC);
    mic->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (mic->file < 0 || mic->timer < 0) code = -errno;
    if (log) mic->log = open(log, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (log && mic->log < 0) code = -errno;
  }
  if (code < 0) {
    dispose(mic);
    return code;
  }

  if (mic->plan.opening_seconds > 0) sleep_until(now() + mic->plan.opening_seconds);

  mic->io.version = SND_PCM_IOPLUG_VERSION;
  mic->io.name = "Virtual microphone";
  mic->io.callback = &callbacks;
  mic->io.private_data = mic;
  mic->io.poll_fd = mic->timer;
  mic->io.poll_events = POLLIN;
  code = snd_pcm_ioplug_create(&mic->io, name, stream, mode);
  if (code < 0) {
    dispose(mic);
    return code;
  }
  code = set_constraints(&mic->io, &settings, format);
  if (code < 0) {
    snd_pcm_ioplug_delete(&mic->io);  // calls on_close
    return code;
  }
  *pcmp = mic->io.pcm;
  return 0;
}

SND_PCM_PLUGIN_SYMBOL(vmic);
