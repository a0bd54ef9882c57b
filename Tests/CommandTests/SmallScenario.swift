import Foundation

/// A scenario of the project whose steps are to take seconds, so that a test sees all the lights of one.
struct SmallScenario {
  /// Its file.
  let path: String

  /// The scenario `id` in a file below `folder`, each step of it with a target of 6 s and a limit of 9 s.
  init(_ id: String, in folder: TemporaryFolder) throws {
    let text = String(decoding: try bytes(of: "\(checkout)/Scenarios/\(id).yaml"), as: UTF8.self)
      .replacing(/target_s: \d+/, with: "target_s: 6").replacing(/limit_s: [\d.]+/, with: "limit_s: 9")
    path = try folder.write(text.utf8, to: "small/\(id).yaml")
  }
}
