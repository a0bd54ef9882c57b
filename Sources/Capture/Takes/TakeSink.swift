/// Where the sound of a take goes: a sound file, or nowhere.
///
/// The samples are interleaved frames. One take is of one type throughout: only the `append` of the microphone's
/// own encoding is ever called.
package protocol TakeSink: ~Copyable, SendableMetatype {
  associatedtype Failure: Error

  mutating func append(_ samples: Span<Int16>) throws(Failure)
  mutating func append(_ samples: Span<Int32>) throws(Failure)
  mutating func append(_ samples: Span<Float>) throws(Failure)

  /// Makes what was appended a whole take; called once, also after a failed `append`.
  consuming func finish() throws(Failure)
}

/// Keeps nothing: for listening to a microphone without recording it.
package struct NoTake: TakeSink {
  package init() {}
  package func append(_ samples: Span<Int16>) {}
  package func append(_ samples: Span<Int32>) {}
  package func append(_ samples: Span<Float>) {}
  package func finish() {}
}
