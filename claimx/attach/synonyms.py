"""Nouns that take up one another: after "a blaze", "the fire" is the same one; "the storm" is "Cyclone Freda".

Each line of `ALIKE` has nouns that name the same thing or a wider kind of it. The other tables say which nouns take up
almost any thing, a counted pair, or a name.
"""

from __future__ import annotations

from functools import cache

ALIKE = """
storm hurricane cyclone typhoon blizzard tornado
ship vessel boat ferry tanker freighter trawler yacht cruiser frigate liner submarine dinghy canoe
plane aircraft jet airliner bomber helicopter drone
vehicle car van lorry truck bus coach taxi ambulance tractor
train tram locomotive
drug medicine pill vaccine tablet statin antibiotic jab treatment therapy
disease illness virus infection outbreak epidemic measles cholera flu malaria ebola
animal creature beast species dog cat horse cow wolf bear tiger lion elephant whale seal frog rhino fox deer lizard
bird eagle owl falcon goose swan parrot penguin gull heron stork vulture hawk
fish salmon trout cod tuna shark eel
tree oak ash pine elm cedar olive
crop wheat maize barley rice almond potato
building house tower hotel museum hall villa mansion block skyscraper castle palace warehouse
home house flat apartment cottage villa mansion bungalow
site plant factory mill mine quarry refinery
facility plant factory centre laboratory warehouse hospital clinic
venue stadium arena theatre hall
structure bridge tower dam pier mast
crossing bridge ferry tunnel
road motorway highway bypass street route
accord agreement deal treaty pact merger takeover contract
law bill act legislation measure ban statute
plan scheme proposal project programme policy strategy reform
project scheme bypass tunnel dam bridge railway pipeline
study paper research analysis survey trial experiment
report document paper dossier review audit
money sum cash fund funding grant loan gift donation
attack raid assault bombing strike shooting
blast explosion bombing
fire blaze wildfire
quake earthquake tremor
crash accident collision
match game final tie derby contest
race marathon regatta
vote election ballot referendum poll
protest march rally demonstration
painting picture portrait canvas work
statue sculpture bronze
film movie documentary drama
book novel memoir
album record
phone handset smartphone
weapon rifle pistol missile gun
tax levy duty
fine penalty sanction
planet star moon comet asteroid galaxy pulsar
mountain peak summit volcano
body agency commission committee council
"""
GENERIC = frozenset("object device item machine thing gadget contraption instrument".split())
PAIRS = {"pair": "2", "duo": "2", "couple": "2", "trio": "3", "quartet": "4"}
COMPANIES = frozenset("company firm business group".split())
LEGAL_FORMS = frozenset("inc inc. ltd ltd. plc corp corp. co co. llc ag sa nv gmbh group holdings".split())
COMPANY_NOUNS = frozenset("company firm business group maker manufacturer producer retailer start-up".split())
COMPANY_MARKS = LEGAL_FORMS | COMPANY_NOUNS
# Nouns that take up a name which is the subject of the sentence before: those of bodies, of places and of persons.
NAMING_BODIES = frozenset(
    "airline carrier carmaker automaker chipmaker drugmaker lender insurer retailer brewer developer supermarket chain "
    "company firm group bank broadcaster publisher manufacturer utility start-up startup club team side party charity "
    "union university agency".split()
)
NAMING_PLACES = frozenset("country nation island city town village kingdom republic".split())
NAMING_PERSONS = frozenset(
    "striker midfielder defender goalkeeper keeper forward winger singer actor actress novelist author artist painter "
    "sprinter swimmer boxer cyclist jockey tycoon billionaire millionaire veteran teenager defendant politician".split()
)
NAMING = NAMING_BODIES | NAMING_PLACES | NAMING_PERSONS


@cache
def alike(noun: str) -> frozenset[str]:
    """The other nouns that a definite noun may take up.

    >>> sorted(alike("train"))
    ['locomotive', 'tram']
    """
    lines = [line.split() for line in ALIKE.splitlines()]
    return frozenset(word for line in lines if noun in line for word in line) - {noun}
