import Foundation
import Glibc

/// Keeps this process, and every program that it starts from now on, on the first core that it may use.
///
/// Where `taskset` is missing nothing changes; times are those of the processor, so a second core would count too.
func keepToOneCore() {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let allowed = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") }?.split(separator: "\t").last
  guard let core = allowed?.prefix(while: \.isNumber), !core.isEmpty else { return }
  _ = try? Child(["taskset", "-cp", String(core), "\(getpid())"])
}

/// Seconds of processor time that `work` takes.
func seconds(of work: () throws -> Void) rethrows -> Double {
  let start = processorSeconds
  try work()
  return processorSeconds - start
}

/// The middle one of three or more runs; `values` may not be empty.
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

private var processorSeconds: Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.seconds
}
