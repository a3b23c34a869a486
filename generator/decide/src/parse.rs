//! Reading a formula: from its words to its steps, by recursive descent, one level per precedence.

use std::ops::Range;

use crate::formula::{Combination, Comparison, Condition, Formula, Name, Number, Rounding};
use crate::formula_error::{FormulaError, FormulaFault};
use crate::token::{Token, Word, tokens};

/// So deep may parentheses, calls, `not` and minus signs lie in each other.
const DEEPEST: usize = 64;

/// The formula that `text` says: a number, or a condition.
pub(crate) fn parse(text: &str) -> Result<Formula, FormulaError> {
    let tokens = tokens(text)?;
    let formula = Formula {
        names: Vec::new(),
        numbers: Vec::new(),
        conditions: Vec::new(),
    };
    let mut parser = Parser {
        tokens: &tokens,
        at: 0,
        depth: 0,
        formula,
    };
    parser.either()?;
    match parser.peek() {
        Word::End => Ok(parser.formula),
        Word::Sign("<" | "<=" | ">" | ">=" | "==" | "!=") => {
            Err(parser.expected("`and` or `or` between two comparisons"))
        }
        _ => Err(parser.expected("an operator or the end")),
    }
}

struct Parser<'a> {
    tokens: &'a [Token<'a>],
    at: usize,
    depth: usize,
    formula: Formula,
}

/// A step that has been read, and the bytes it spans.
struct Operand {
    step: Step,
    span: Range<usize>,
}

enum Step {
    Number(usize),
    Condition(usize),
}

type Parsed = Result<Operand, FormulaError>;

impl<'a> Parser<'a> {
    fn peek(&self) -> Word<'a> {
        self.tokens[self.at].word
    }

    /// The word that comes next; the end is never passed.
    fn take(&mut self) -> Token<'a> {
        let token = self.tokens[self.at].clone();
        if token.word != Word::End {
            self.at += 1;
        }
        token
    }

    fn took(&mut self, word: Word<'_>) -> bool {
        let same = self.peek() == word;
        if same {
            self.at += 1;
        }
        same
    }

    fn expected(&self, what: &'static str) -> FormulaError {
        let span = self.tokens[self.at].span.clone();
        let fault = FormulaFault::Expected(what);
        FormulaError { span, fault }
    }

    fn either(&mut self) -> Parsed {
        let mut left = self.both()?;
        while self.took(Word::Name("or")) {
            let right = self.both()?;
            left = self.joined(Condition::Or, left, right)?;
        }
        Ok(left)
    }

    fn both(&mut self) -> Parsed {
        let mut left = self.negation()?;
        while self.took(Word::Name("and")) {
            let right = self.negation()?;
            left = self.joined(Condition::And, left, right)?;
        }
        Ok(left)
    }

    fn joined(
        &mut self,
        how: fn(usize, usize) -> Condition,
        left: Operand,
        right: Operand,
    ) -> Parsed {
        let span = left.span.start..right.span.end;
        let (left, right) = (condition(left)?, condition(right)?);
        Ok(self.condition(how(left, right), span))
    }

    fn negation(&mut self) -> Parsed {
        let start = self.tokens[self.at].span.clone();
        if !self.took(Word::Name("not")) {
            return self.comparison();
        }
        let operand = self.deeper(&start, Self::negation)?;
        let span = start.start..operand.span.end;
        let operand = condition(operand)?;
        Ok(self.condition(Condition::Not(operand), span))
    }

    fn comparison(&mut self) -> Parsed {
        let left = self.sum()?;
        let how = match self.peek() {
            Word::Sign("<") => Comparison::Less,
            Word::Sign("<=") => Comparison::AtMost,
            Word::Sign(">") => Comparison::Greater,
            Word::Sign(">=") => Comparison::AtLeast,
            Word::Sign("==") => Comparison::Equal,
            Word::Sign("!=") => Comparison::Different,
            _ => return Ok(left),
        };
        self.take();
        let right = self.sum()?;
        let span = left.span.start..right.span.end;
        let (left, right) = (number(left)?, number(right)?);
        Ok(self.condition(Condition::Compared(how, left, right), span))
    }

    fn sum(&mut self) -> Parsed {
        let mut left = self.product()?;
        loop {
            let how = match self.peek() {
                Word::Sign("+") => Combination::Sum,
                Word::Sign("-") => Combination::Difference,
                _ => return Ok(left),
            };
            self.take();
            let right = self.product()?;
            left = self.combined(how, left, right)?;
        }
    }

    fn product(&mut self) -> Parsed {
        let mut left = self.unary()?;
        loop {
            let how = match self.peek() {
                Word::Sign("*") => Combination::Product,
                Word::Sign("/") => Combination::Quotient,
                _ => return Ok(left),
            };
            self.take();
            let right = self.unary()?;
            left = self.combined(how, left, right)?;
        }
    }

    fn combined(&mut self, how: Combination, left: Operand, right: Operand) -> Parsed {
        let span = left.span.start..right.span.end;
        let (left, right) = (number(left)?, number(right)?);
        Ok(self.number(Number::Combined(how, left, right), span))
    }

    fn unary(&mut self) -> Parsed {
        let token = self.take();
        let span = token.span.clone();
        match token.word {
            Word::Sign("-") => {
                let operand = self.deeper(&span, Self::unary)?;
                let span = span.start..operand.span.end;
                let operand = number(operand)?;
                Ok(self.number(Number::Negated(operand), span))
            }
            Word::Number(value) => Ok(self.number(Number::Literal(value), span)),
            Word::Name("and" | "or" | "not") => Err(FormulaError {
                span,
                fault: FormulaFault::Expected("a number, a name or `(`"),
            }),
            Word::Name(name) if self.took(Word::Sign("(")) => self.call(name, span),
            Word::Name("min" | "max" | "ceil" | "floor") => Err(self.expected("`(`")),
            Word::Name(name) => Ok(self.name(name, span)),
            Word::Sign("(") => {
                let operand = self.deeper(&span, Self::either)?;
                let end = self.closed("`)`")?;
                let span = span.start..end;
                Ok(Operand { span, ..operand })
            }
            Word::Sign(_) | Word::End => Err(FormulaError {
                span,
                fault: FormulaFault::Expected("a number, a name or `(`"),
            }),
        }
    }

    fn name(&mut self, text: &str, span: Range<usize>) -> Operand {
        let names = &mut self.formula.names;
        let known = names.iter().position(|it| it.text == text);
        let name = known.unwrap_or_else(|| {
            let (text, span) = (text.to_owned(), span.clone());
            names.push(Name { text, span });
            names.len() - 1
        });
        self.number(Number::Name(name), span)
    }

    fn call(&mut self, function: &str, span: Range<usize>) -> Parsed {
        let fold = match function {
            "min" => Some(Combination::Least),
            "max" => Some(Combination::Greatest),
            "ceil" | "floor" => None,
            _ => {
                let fault = FormulaFault::UnknownFunction(function.to_owned());
                return Err(FormulaError { span, fault });
            }
        };
        let mut arguments = vec![self.deeper(&span, Self::either)?];
        while self.took(Word::Sign(",")) {
            arguments.push(self.deeper(&span, Self::either)?);
        }
        let end = self.closed("`,` or `)`")?;
        let count = arguments.len();
        let mut arguments = arguments.into_iter();
        let whole = span.start..end;
        let wrong = |takes| {
            let (span, fault) = (whole.clone(), FormulaFault::Arguments(takes));
            Err(FormulaError { span, fault })
        };
        let Some(first) = arguments.next() else {
            return wrong("an argument");
        };
        let Some(fold) = fold else {
            if count > 1 {
                return wrong("one argument");
            }
            let operand = number(first)?;
            let up = function == "ceil";
            let how = if up { Rounding::Up } else { Rounding::Down };
            return Ok(self.number(Number::Rounded(how, operand), whole));
        };
        if count < 2 {
            return wrong("two or more arguments");
        }
        let folded = arguments.try_fold(first, |left, right| self.combined(fold, left, right))?;
        Ok(Operand {
            span: whole,
            ..folded
        })
    }

    /// The end of the parenthesis that must close here.
    fn closed(&mut self, what: &'static str) -> Result<usize, FormulaError> {
        let end = self.tokens[self.at].span.end;
        if self.took(Word::Sign(")")) {
            return Ok(end);
        }
        Err(self.expected(what))
    }

    /// What `inner` reads, one level deeper.
    fn deeper(&mut self, span: &Range<usize>, inner: fn(&mut Self) -> Parsed) -> Parsed {
        if self.depth == DEEPEST {
            let (span, fault) = (span.clone(), FormulaFault::TooDeep);
            return Err(FormulaError { span, fault });
        }
        self.depth += 1;
        let operand = inner(self)?;
        self.depth -= 1;
        Ok(operand)
    }

    fn number(&mut self, number: Number, span: Range<usize>) -> Operand {
        self.formula.numbers.push((number, span.clone()));
        let step = Step::Number(self.formula.numbers.len() - 1);
        Operand { step, span }
    }

    fn condition(&mut self, condition: Condition, span: Range<usize>) -> Operand {
        self.formula.conditions.push((condition, span.clone()));
        let step = Step::Condition(self.formula.conditions.len() - 1);
        Operand { step, span }
    }
}

fn number(Operand { step, span }: Operand) -> Result<usize, FormulaError> {
    match step {
        Step::Number(number) => Ok(number),
        Step::Condition(_) => Err(FormulaError {
            span,
            fault: FormulaFault::NumberExpected,
        }),
    }
}

fn condition(Operand { step, span }: Operand) -> Result<usize, FormulaError> {
    match step {
        Step::Condition(condition) => Ok(condition),
        Step::Number(_) => Err(FormulaError {
            span,
            fault: FormulaFault::TruthExpected,
        }),
    }
}
