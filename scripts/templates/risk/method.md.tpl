# {{en}}

**Question.** What is asked, in one sentence.

**How.** What is compared with what, over which period.

**Loss.** What is lost if it is true, from low to high.

**Silent when** there is no limit on file.

**Source.** The article or paper it rests on.
