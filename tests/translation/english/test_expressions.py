"""Number expressions of English text and their values."""

import pytest

from reader.translation.english.expressions import english_numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("three hundred and five", ["305"]),
        ("a hundred thousand", ["100000"]),
        ("two million three hundred", ["2000300"]),
        ("between 20 and 30 thousand", ["20000..30000"]),
        ("$200 million, €5", ["200000000 USD", "5 EUR"]),
        ("1.5 per cent", ["1.5%"]),
        ("the 1990s", ["199X"]),
        ("Tuesday, February 19, 2021", ["2021-02-19"]),
        ("2021-03-15 and 10/10/2021", ["2021-03-15", "2021-10-10"]),
        ("45 degrees Celsius, 5 km", ["45 °C", "5 km"]),
        ("the 21st time", ["21"]),
        ("more than a year", [">P1Y"]),
        ("in May 2020", ["2020-05"]),
        ("they may march", []),
        ("one of the diplomats", []),
        ("F16 jets", []),
        ("one million two hundred thousand", ["1200000"]),
        ("more than half a million, one and a half billion dollars", [">500000", "1500000000 USD"]),
        ("between one hundred and two hundred", ["100..200"]),
        ("some four dozen bases", ["~48"]),
        ("thirty thousand billion", ["30000000000000"]),
        ("$3bn, $3m, 400m", ["3000000000 USD", "3000000 USD", "400"]),
        ("(16) thousand soldiers", ["16000"]),
        ("an eightfold rise", ["8x"]),
        ("today's talks on Monday's vote", ["P0D", "XXXX-WXX-1"]),
        ("on Sept. 5, 2020", ["2020-09-05"]),
        ("10.5.2021", ["2021-05-10"]),
        ("2014, 10,20", ["2014", "10", "20"]),
        ("in the eighties", ["198X"]),
        ("in his eighties", []),
        ("two million first visits", ["2000000", "1"]),
        ("the hundred and first day", ["101"]),
        ("a million and a half, 2 million and a half", ["1500000", "2500000"]),
        ("a quarter of a million, a quarter million", ["250000", "250000"]),
        ("two-thirds of a million", ["666666.666667"]),
        ("in the third quarter two million", ["3", "2000000"]),
        (
            "$3.5tn, $3.5B, $3T, 10 t",
            ["3500000000000 USD", "3500000000 USD", "3000000000000 USD", "10"],
        ),
        ("about 85 dollars and 30 cents", ["~85.3 USD"]),
        ("85 dollars and 30 dinars", ["85 USD", "30 dinar"]),
        ("minus 5 degrees, -5 degrees Celsius, −5°C", ["-5 degree", "-5 °C", "-5 °C"]),
        ("five degrees below zero, 5 degrees Celsius below zero", ["-5 degree", "-5 °C"]),
        ("5 degrees below zero Celsius, 3 degrees above zero", ["-5 °C", "3 degree"]),
        ("about 5 to 10 degrees below zero, 5 below zero", ["~-10..-5 degree", "-5"]),
        ("minus five percent, -0.5%, a negative 2 percent", ["-5%", "-0.5%", "-2%"]),
        ("10 minus 5, 10-5, tested negative 5 days later", ["10", "5", "10", "5", "P5D"]),
        ("25 basis points, a 50-basis-point cut, 5 points", ["25 bp", "50 bp", "5"]),
        ("½ million, 1½ km, 1/4 million, 1/4 of 2", ["500000", "1.5 km", "250000", "1", "4", "2"]),
        ("150 m2, 5 billion m³, 365 km², 2 km", ["150 m2", "5000000000 m3", "365 km2", "2 km"]),
        ("at midnight, at 12 midnight", ["T00:00", "T00:00"]),
        ("three o'clock, 8 o’clock in the evening", ["T03:00", "T20:00"]),
    ],
)
def test_english_numbers(text, values):
    assert [e.value for e in english_numbers(text)] == values
