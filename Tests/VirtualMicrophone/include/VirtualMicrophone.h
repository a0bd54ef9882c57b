// A microphone made of software: an external I/O plugin of alsa-lib (type `vmic`) that hears a file in real time.
//
//   pcm_type.vmic { lib "/path/to/libVirtualMicrophone.so" }
//   pcm.hardware {
//     type vmic
//     infile "samples.raw"   # interleaved, without a header; silence is heard after its end
//     rate 48000             # Hz                                     (48000)
//     channels 1             #                                        (1)
//     format S16_LE          # any linear or float format of ALSA     (S16_LE)
//     max_buffer 192000      # frames the device can hold at most     (192000)
//     drops 0                # 1: what is not read in time is lost without an error, as sound servers do (0)
//     early 0                # 1: wakes its reader three times a period, for whatever there is: reads are short (0)
//     fault "1.5:EPIPE"      # see below; the environment variable VMIC_FAULT goes before it
//   }
//   pcm.!default { type plug slave.pcm hardware }
//
// The device accepts its own rate, channels and format and nothing else; `plug` converts, as for real hardware.
// What is heard t seconds after the first start is frame t * rate of the file: frames that are not read in time
// are lost, with a true overrun as from the kernel. Polling works.
//
// Faults: `SECONDS:WHAT`, separated by commas, in seconds after the first start; or `/PATH:WHAT`, once there is a file.
//   EPIPE              an overrun
//   broken             an overrun after which the device cannot be prepared: a sound server that ended
//   ESTRPIPE[=SECONDS] the machine slept, and for so long its reader stands still
//   ENODEV             the device is gone, and stays so
//   EIO                waiting and reading fail, for good
//   stall[=SECONDS]    no frames and no wake-ups, for good unless limited; nothing of the file is lost by it
//   idle[=SECONDS]     no frames, and wake-ups all the same
//   drop=SECONDS       no frames, and what the file has meanwhile is lost without an error
//   freeze[=SECONDS]   a stall; start, stop, prepare and close do not return before its end: a frozen sound server
//   silence[=SECONDS]  zeros in place of the file, for good unless limited
// and `open:ERRNO`, with which opening fails: EBUSY, EACCES, EPERM, ENOENT, ENODEV, ENXIO, EIO, ENOMEM,
// ECONNREFUSED or EHOSTDOWN; and `open:freeze=SECONDS`, which opening takes.
//
// The file that the environment variable VMIC_LOG names holds how far the file was heard: the frames handed over, as
// one number of 64 bits, brought up to date before each of them arrives.
//
// alsa-lib loads the plugin by its path, so this target has no functions to call.
#pragma once
