import Foundation

/// Holds the program against a real kernel's sound driver, claim by claim, inside the machine that
/// `run-in-virtual-machine` boots.
///
/// The driver is snd-aloop: what is played into `hw:Loopback,0,0` is what a microphone, `hw:Loopback,1,0`, hears, in
/// real time and by the kernel's own rules for a reader that is late or a card that goes away.
@main
struct KernelClaims {
  static func main() {
    let claims = listingClaims + soundClaims + lossClaims + endingClaims
    let failures = claims.filter { !$0.holds() }.count
    print("\(claims.count - failures) of \(claims.count) claims hold")
    exit(failures == 0 ? 0 : 1)
  }
}
