import Content
import Scenarios
import Testing

@Suite struct StandingTests {
  private func kinds(_ words: String) -> [Finding] {
    (reading(words, of: .action)?.kinds ?? []).filter { $0 == .redFlag || $0 == .disqualifier }
  }

  @Test(arguments: [
    "My manager did not suggest it.", "Nobody told me to.", "I did not escalate it.",
    "Instead of escalating it I wrote it.",
    "Some would say 'I escalated it'.", "Some would say \"I escalated it\".", "I never waited for them to fix it.",
    "It would have been easy to send them a Slack message.", "I could have escalated it.",
    "Had I escalated it, it would have cost us.",
    "If I had escalated it, they would have looked into it.", "I was tempted to send them a Slack message.",
    "Sending them a Slack message would have been easier.", "It was not my manager who told me to look into it.",
    "My manager asked me why I did it.", "My manager suggested leaving it alone.", "I was told that it broke.",
    "I was assigned to another project.", "If my manager had told me to look, I would have.",
    "They said they looked into it.",
    "some people would say i escalated it and leave it there", "The team was not happy.",
    "My manager asked me to wait.", "My boss told me to just leave it.", "My lead wanted me to explain it.",
    "If at some point in that long week I had escalated it, it would have been lost.",
  ]) func `what is denied, supposed or quoted is not found`(words: String) {
    #expect(kinds(words) == [])
  }

  @Test(arguments: [
    "I escalated it.", "Nobody asked me, I escalated it.", "I sent the Platform team a Slack message.",
    "They looked into it.", "I waited for them to fix it.", "The whole team was really happy.", "i escalated the issue",
    "They said that it was “normal”, so I escalated it.", "They dealt with it.", "It was out of my hands.",
    "I passed it on to them.", "After all the trouble that we had, I escalated it.",
  ]) func `a phrase of the weak answer is found`(words: String) {
    #expect(kinds(words) == [.redFlag])
  }

  @Test(arguments: [
    "My manager suggested I look into this.", "My manager had suggested that we take a look.", "I was assigned.",
    "My manager asked me to look at it.", "My boss told me to fix it.", "It was assigned to me.",
    "I was told to fix it.",
    "My lead gave me the task.", "At my manager's request I looked.", "The ticket was given to me.",
    "Nobody knew the cause. My tech lead wanted me to find it.", "Our VP told me to drop everything.",
    "It got routed to me by the dispatcher.", "It landed on my desk.", "I was chosen to chair the group.",
  ]) func `an assignment is found`(words: String) {
    #expect(kinds(words) == [.disqualifier])
  }
}
