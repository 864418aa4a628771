"""What others say, beside what a paper's own figures are: only figures that a person has reviewed, none of them acted on."""
