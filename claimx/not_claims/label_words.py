"""The words by which a number is known for a label, and those by which it is not.

To add one: to `STRONG` if a number behind it is a label whatever follows, to `WEAK` if it may be a verb or stand before
a count ("issue 5 tickets"), to `CAPITAL` if it labels only with a capital ("Game 7"), to `SPOKEN` if it labels number
words too ("season four").
"""

from __future__ import annotations

from claimx.not_claims.rules import words

STRONG = words(
    "section sections article articles page pages chapter chapters paragraph paragraphs figure figures fig figs table",
    "tables route highway interstate flight room exhibit clause appendix annex volume vol vols no nos number step",
    "phase level grade category verse psalm episode version type tier amendment proposition prop eq eqs sec secs art",
    "para p pp ch isbn issn doi ref refs id pin zip postcode tel phone fax ext chap lesson equation equations",
    "footnote fn protocol regulation directive mach m.p ip agenda apartment apt suite covid example theorem lemma",
    "corollary pmid pmcid oclc euro formula catch windows iphone ipad playstation xbox android ios terminal exit",
    "junction op opus platform chromosome chromosomes algorithm locus inmate prisoner patent patents ieee rfc python",
    "ubuntu bluetooth firmware macos usb http kernel chrome firefox java php postgresql lat latitude lon long",
    "longitude paleolatitude par canon sonnet hymn hymns concerto canto odyssey iliad aeneid cil fahrenheit",
    "hdmi pcie directx opengl fips",
)
WEAK = words(
    "door doors bug bugs signal corridor aisle shelf drawer carriage coach wagon deck stall kiosk hall wing cabin tent",
    "group cage tank vial tube tablet trial sc issue issues part parts title rule rules lot gate track lane pier bay",
    "ward zone district precinct building flat floor model mark series round act scene line lines stage channel",
    "station booth pos rank ranked seeded apollo soyuz expedition sonata symphony generation gen bus tram train hole",
    "layer option scenario sector block plot note notes question questions item items exercise problem resolution",
    "bill schedule column row form code mode port wave heat cohort steps phases levels types classes rooms routes",
    "grades tiers versions kingdom pillar reactor engine desk locker table seat runway camp ps season stop condition",
    "slide plant requirement criterion objective target aim principle pathway scale subject patient participant",
    "passage site bed cell query count tip post box book sheet plate button release reference entry element status",
    "extension grid axis fraction complex compound sample assemblage build move board game locus lap badge berth hut",
    "cluster exon exons isoform residue variant strain clone well borehole unit annexe statute article cap folio",
    "catalogue marker",
)
# Labels with a small number word behind them too, where it counts nothing: "season four", "page one".
SPOKEN = words(
    "season episode chapter phase part round act day week game level stage tier page type grade group question number",
    "volume book scene article section step lesson verse line platform gate lane plan option room table case",
)
# Plural nouns that are followed by ages and results, not by labels.
PEOPLE = words(
    "adults kids girls boys patients students infants ages votes odds times results points years days weeks months",
    "hours scores goals teams senators members numbers temperatures values sizes ratios",
)
CAPITAL = words(
    "day week game match race area line track number radio half quarter goal site plan option note test bill position",
    "group unit season class box list seed vision studio camp sector squadron company battalion division regiment",
    "corps army fleet tower force task school window gate top nasdaq russell fortune nikkei dow ftse dax cac asx",
    "topix forbes stoxx tsx s&p p kospi ibex msci sensex nifty euronext smi big sweet final elite pac super code key",
    "genesis exodus leviticus numbers deuteronomy joshua judges samuel kings chronicles psalms isaiah jeremiah",
    "ezekiel daniel matthew mark luke john acts romans corinthians galatians ephesians philippians colossians",
    "thessalonians timothy hebrews james peter jude revelation bowl superbowl war apollo voyager gemini falcon boeing",
    "cat airbus galaxy pixel agenda expo psalm prop session slide lecture team kepler pope league section lower",
)
# Written with a capital where a sentence begins, like any other word.
FUNCTION_WORDS = words(
    "a an the in on at for with and but or nor by from to of about around over under nearly almost some only just",
    "more less most least up than as after before between within during since until till when where while if though",
    "below above beyond beneath although because so then that this these those they we you he she it i there here who",
    "whom which what its their his her our your my all both each every another other approximately roughly currently",
    "now today yesterday tomorrow overall including excluding plus minus per like unlike against among through out",
    "into first second third last next additional new are is was were be been has have had do does did will would can",
    "could may might must should shall not no still even also already once twice says said report reported reports",
    "add use take get buy see make give need want cook bake serve allow bring mix pour drink eat wait try spend save",
    "pay choose pick call it's he's she's we're they're i'm you're that's there's how why however meanwhile sometimes",
    "often maybe perhaps probably total totaling totalling average estimated exactly precisely yes okay ok well later",
    "rated serves makes yields seats sleeps feeds fits needs takes costs",
    "earlier ago aged age ages january february march april june july august september october november december",
    "monday tuesday wednesday thursday friday saturday sunday us uk eu un usa",
)
# Words between a preposition and a number that are no noun whose label the number is: "by almost 5", "of age 7".
UNLABELLING = words(
    "about above across after again age all almost along also altogether and another any approximately around as at",
    "average back barely before below best beside between both by certain chance circa close comparison contrast cost",
    "count dead degree depth diameter double down effect every exactly example excess fact fewer figure first for",
    "from full general good half hand height her his how in instance into it its just largest last late least length",
    "less like little low magnitude many maximum mean mere merely median minimum minus more most my near nearly next",
    "no now number of on only or order other our over part particular percent plus practice present price probability",
    "quite rate ratio reality return roughly row score seven several size so some speed strength sum temperature ten",
    "than that the their them then theory there these this those to total true turn two under up upon us value weight",
    "well what which whom whose width with within worst year you your zero factor radius area volume mass energy",
    "pressure voltage power amplitude frequency wavelength angle latitude longitude ph time today tomorrow yesterday",
    "noon midnight month week day",
)
# Before digits with a letter of their own: "Fig. 1d", "seat 22B".
LETTERED = STRONG - {"no", "phase", "grade", "level", "number"} | words(
    "seat plate panel panels sheet row block line lines item items part parts routes"
)
