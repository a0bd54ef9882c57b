/// What the synthetic voices say: written for StarPace, phrases of one to some fifteen words.
enum TrainingTexts {
  static let english = [
    "Yes.", "No, not really.", "Okay.", "Um.", "Well, let me think.", "Right.", "Perhaps.", "That is a good question.",
    "I had been at the company for about two years", "when our largest customer asked for a change",
    "nobody on the team had ever touched that part of the system", "so I offered to look into it",
    "The deadline was six weeks away", "and we had already lost one of our engineers",
    "my task was to find out why the orders were late", "I started by talking to the people in the warehouse",
    "they showed me a spreadsheet with four thousand rows", "it was kept by hand",
    "I wrote a small script that checked every entry", "after that the errors went down by half",
    "What surprised me most was how little anybody had measured", "we simply assumed that it worked",
    "I asked for a meeting with the head of sales", "she was sceptical at first",
    "but once she saw the figures she changed her mind", "In the end we shipped three days early",
    "the support tickets fell from eighty a week to twelve", "and the customer renewed the contract",
    "Looking back, I should have asked for help sooner", "I would also write down the decision",
    "because two months later no one could remember the reason", "This taught me to listen before I propose a fix",
    "First of all, I want to give some context", "we were a group of five people", "spread over three time zones",
    "Every morning began with a short call", "the build was broken more often than not",
    "so on a Thursday evening I sat down and read the logs", "there were thousands of lines of warnings",
    "one of them mentioned a missing certificate", "it had expired on the first of March",
    "I fixed it, told the others, and went home", "A week later the same thing happened again",
    "this time I automated the check", "it runs every night and sends a message",
    "My manager thanked me in front of everyone", "which I did not expect",
    "To be honest, I was rather nervous", "I speak too fast when I am nervous", "so I practised the talk four times",
    "The audience asked difficult questions", "I did not know all of the answers", "and I said so",
    "Could you repeat the question please", "Let me give you another example",
    "Suppose that a machine stops in the middle of the shift", "someone has to decide quickly",
    "whether to wait for a technician", "or to move the work to another line", "I chose to wait",
    "that was a mistake, and it cost us a day", "Seventy percent of users never opened the page",
    "The budget was twenty thousand euros", "half of it went into testing",
    "She sells the shells that he fetches from the ship", "The quick brown fox jumps over the lazy dog",
    "Peter picked a pack of peppers", "the thick fog shifted slowly over the harbour",
    "six hundred and fifty five", "seven, eight, nine, ten", "August the twenty first", "hello", "thank you very much",
    "Who was responsible for that", "how did you feel about it", "It was raining all afternoon",
    "a dog barked somewhere behind the house", "we walked along the river until it got dark",
    "My grandmother used to bake bread on Saturdays", "the whole street smelled of it",
  ]
  static let german = [
    "Ich habe damals in einem kleinen Betrieb gearbeitet", "der Auftrag kam ganz unerwartet",
    "wir hatten nur vier Wochen Zeit", "zuerst habe ich mit allen gesprochen", "Genau.", "das war nicht einfach",
    "am Ende hat es trotzdem geklappt", "Seitdem schreibe ich jede Entscheidung auf",
  ]
  static let french = [
    "Au début je ne savais pas quoi faire", "nous avons cherché pendant trois jours",
    "puis une collègue a trouvé la faute",
    "C'était une leçon pour toute l'équipe", "Bien sûr.", "je recommencerais de la même façon",
  ]
  static let spanish = [
    "Trabajaba en una empresa de transporte", "el problema empezó un lunes por la mañana", "nadie sabía qué hacer",
    "entonces propuse una solución sencilla", "Claro que sí.", "aprendí mucho de aquel error",
  ]
  static let mandarin = [
    "我在一家小公司工作了三年", "那时候我们的时间很紧", "我先跟大家谈了一下", "好的", "最后问题解决了", "我觉得这是一个很好的经验",
  ]
}
