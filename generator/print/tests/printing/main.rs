//! The program from outside: a job list goes in, files and reports come out.

mod press;

mod bytes;
mod failures;
mod pages;
mod texts;
