"""Nouns that take up one another: after "a blaze", "the fire" is the same one; "the storm" is "Cyclone Freda".

In each line of `ALIKE`, the nouns before the bar take up each other and those behind it, which are of their kind: the
ship may be a ferry, the ferry is no tanker. The other tables say which nouns take up any thing, a pair, or a name.
"""

from __future__ import annotations

from functools import cache

ALIKE = """
storm | hurricane cyclone typhoon blizzard tornado
ship vessel | boat ferry tanker freighter trawler yacht cruiser frigate liner submarine
boat | ferry trawler yacht dinghy canoe
plane aircraft | jet airliner bomber helicopter drone
vehicle | car van lorry truck bus coach taxi ambulance tractor
train | tram locomotive
drug medicine treatment | pill vaccine tablet statin antibiotic jab therapy
disease illness virus infection outbreak | epidemic measles cholera flu malaria ebola
animal creature beast | species dog cat horse cow wolf bear tiger lion elephant whale seal frog rhino fox deer lizard
bird | eagle owl falcon goose swan parrot penguin gull heron stork vulture hawk
fish | salmon trout cod tuna shark eel
tree | oak ash pine elm cedar olive
crop | wheat maize barley rice almond potato
building | house tower hotel museum hall villa mansion block skyscraper castle palace warehouse
home house | flat apartment cottage villa mansion bungalow
factory | plant mill refinery brewery
site facility | plant factory mill mine quarry refinery laboratory warehouse clinic
venue | stadium arena theatre hall
structure | bridge tower dam pier mast viaduct
bridge | viaduct aqueduct
crossing | bridge tunnel
road | motorway highway bypass street
accord agreement deal treaty pact | merger takeover contract
law legislation measure | bill act ban statute
plan proposal project scheme programme | policy strategy reform
project scheme | bypass tunnel dam bridge railway pipeline
study research report document | paper analysis survey trial experiment dossier review audit
money sum cash funding | fund grant loan gift donation
attack raid | assault bombing strike shooting
blast explosion | bombing
fire blaze | wildfire inferno
quake earthquake | tremor
crash accident collision | derailment
match game contest | final tie derby
race | marathon regatta
vote election poll | ballot referendum
protest demonstration | march rally
painting picture work | portrait canvas
statue sculpture | bust
film movie | documentary drama
book work | novel memoir
album record | compilation
phone handset | smartphone
weapon gun | rifle pistol missile
tax charge | levy duty toll
penalty | fine sanction
mountain peak | volcano summit
body panel | agency commission committee council
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

    >>> sorted(alike("train")), sorted(alike("tram"))
    (['locomotive', 'tram'], [])
    """
    parts = (line.partition("|") for line in ALIKE.splitlines())
    taken = {word for wide, _, narrow in parts if noun in wide.split() for word in (wide + narrow).split()}
    return frozenset(taken - {noun})
