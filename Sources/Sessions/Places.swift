import Foundation

/// Where StarPace keeps things and finds what was shipped with it.
package struct Places: Sendable {
  /// Holds the shipped `Scenarios` and `Audio` folders; `nil` where neither is found.
  package var shipped: String?
  /// The user's own scenario files; need not exist.
  package var ownScenarios: String
  /// The user's configuration; need not exist.
  package var configuration: String
  /// The user's sessions; need not exist.
  package var sessions: String
  /// What can be thrown away at any time; need not exist.
  package var cache: String

  /// The places that the environment names, by the XDG base directory specification 0.8.
  ///
  /// Shipped files lie in `../share/starpace` of the program after `make install`, or in the checkout that the
  /// program was built in, or in `starpace` of one of `XDG_DATA_DIRS`.
  package init(environment: [String: String] = ProcessInfo.processInfo.environment, program: String = ownPath) {
    let home = environment["HOME"] ?? NSHomeDirectory()
    func base(_ name: String, _ fallback: String) -> String {
      // The specification: a relative path is invalid and to be ignored.
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/\(fallback)"
    }
    ownScenarios = base("XDG_CONFIG_HOME", ".config") + "/starpace/scenarios"
    configuration = base("XDG_CONFIG_HOME", ".config") + "/starpace/config.yaml"
    sessions = base("XDG_DATA_HOME", ".local/share") + "/starpace/sessions"
    cache = base("XDG_CACHE_HOME", ".cache") + "/starpace"

    let folder = (program as NSString).deletingLastPathComponent
    let installed = ((folder as NSString).deletingLastPathComponent as NSString)
      .appendingPathComponent("share/starpace")
    let dataFolders = (environment["XDG_DATA_DIRS"] ?? "/usr/local/share:/usr/share").split(separator: ":")
      .map { "\($0)/starpace" }
    shipped = ([installed] + Places.checkouts(above: folder) + dataFolders).first {
      FileManager.default.fileExists(atPath: "\($0)/Scenarios")
    }
  }

  /// The folders of shipped and own scenarios, the user's first.
  package var scenarioFolders: [String] {
    [ownScenarios] + (shipped.map { ["\($0)/Scenarios"] } ?? [])
  }

  /// `path` itself where it exists, else the shipped recording of that name, else `path`.
  package func recording(at path: String) -> String {
    guard !FileManager.default.fileExists(atPath: path), let shipped else { return path }
    let name = path.hasPrefix("Audio/") ? path : "Audio/\(path)"
    let candidate = "\(shipped)/\(name)"
    return FileManager.default.fileExists(atPath: candidate) ? candidate : path
  }

  /// The path of the running program.
  package static let ownPath: String =
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]

  /// The folders above `folder` that hold a Package.swift, as the program's own `.build` does in a checkout.
  private static func checkouts(above folder: String) -> [String] {
    var found: [String] = []
    var current = folder as NSString
    while current.length > 1 {
      if FileManager.default.fileExists(atPath: current.appendingPathComponent("Package.swift")) {
        found.append(current as String)
      }
      current = current.deletingLastPathComponent as NSString
    }
    return found
  }
}
