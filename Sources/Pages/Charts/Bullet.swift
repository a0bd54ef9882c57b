import Interview
package import Reports

/// An answer time as a bar over the span that is on target, with marks at the target and at the limit.
///
/// After S. Few, "Bullet graph design specification" (2013): the measure as a bar, the comparison as a mark across it,
/// the range of what is good behind it.
package struct Bullet: Sendable {
  let role: String
  let zoneX, zoneWidth: String
  let answerWidth: String
  /// Whether the answer goes on past the end of the axis.
  let isCut: Bool
  let target, limit: String?

  /// The bar of `answerTime` seconds, which is such news as `role` says, on `axis`.
  package init(
    answerTime: Double, zone: ClosedRange<Double>, target: Double? = nil, limit: Double? = nil, role: Style.Role,
    axis: TimeAxis
  ) {
    self.role = "\(role)"
    zoneX = axis.x(zone.lowerBound)
    zoneWidth = axis.width(from: zone.lowerBound, to: zone.upperBound)
    answerWidth = axis.width(from: 0, to: answerTime)
    isCut = answerTime > axis.end
    self.target = target.map(axis.x)
    self.limit = limit.map(axis.x)
  }
}
