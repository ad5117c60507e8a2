"""The English words that attachment goes by, by lemma: of change, saying and planning, of properties and time."""

from __future__ import annotations

UP_VERBS = frozenset(
    "lengthen deepen add warm rise grow increase climb jump surge soar "
    "gain advance rally swell expand widen accelerate rebound recover leap "
    "spike balloon skyrocket rocket strengthen appreciate improve mount escalate double triple treble quintuple "
    "quadruple raise lift boost hike up bump extend push scale top-up step-up ramp heighten enlarge".split()
)
DOWN_VERBS = frozenset(
    "shed fall drop decline decrease slip slide sink tumble "
    "plunge plummet shrink dip ease slump dive crash contract narrow "
    "weaken depreciate lose recede retreat diminish dwindle slow wane "
    "cool halve cut reduce lower slash trim pare curb "
    "shorten downgrade cool subside crater nosedive".split()
)
# These carry a direction without being said of an amount gained ("raised $5m", "lost 3 games", "cut 300 jobs").
TRANSITIVE_CHANGE = frozenset(
    "add shed raise lift boost hike bump extend push cut "
    "reduce lower slash trim pare curb shorten lose gain top-up step-up "
    "recover scale heighten enlarge mount contract".split()
)
# What rises or falls is always their subject, whatever the parse takes for an object.
INTRANSITIVE = frozenset(
    "rise fall soar surge slump plunge tumble plummet slide sink decline dwindle climb leap jump shrink".split()
)
# With these a percentage or a number of points is a step ("gained 3%", "shed 12 points").
STEP_VERBS = frozenset("gain lose add shed".split())
NEUTRAL_CHANGE = frozenset("take go move change shift swing switch come creep bring edge tick inch".split())
TIME_EDGES = frozenset(
    "end start beginning middle close outset whole rest remainder course".split()
)  # "the end of 2021", "year-end"
UP_NOUNS = frozenset(
    "rise increase growth jump surge gain climb hike upturn rebound expansion leap spike boost uptick improvement "
    "advance rally raise appreciation acceleration uplift".split()
)
DOWN_NOUNS = frozenset(
    "fall drop decline decrease cut reduction slump dip slide plunge loss downturn contraction shrinkage tumble "
    "depreciation slowdown cutback fall-off setback dive".split()
)
NEUTRAL_CHANGE_NOUNS = frozenset("change swing shift fluctuation".split())
WAYS = frozenset({"up", "down"})  # particles that say which way a number goes
UP_WORDS = frozenset({"up", "higher", "upward", "upwards", "more"})

PROPERTY_NOUNS = frozenset(
    "price cost value worth number amount total sum rate share size weight height length width depth area volume "
    "speed distance age population audience temperature capacity income revenue sale turnover profit earnings loss "
    "budget deficit surplus debt spending expenditure salary wage "
    "pay fee fine penalty bill tax premium margin output "
    "production yield valuation capitalization capitalisation "
    "inflation unemployment turnout attendance score average "
    "median mean maximum minimum range power torque mileage economy level proportion percentage ratio probability "
    "chance risk concentration density duration span lifespan term dose radius diameter mass altitude elevation "
    "circulation membership enrolment enrollment headcount workforce "
    "stake target limit ceiling threshold figure count "
    "bid offer prize reward bonus dividend interest yield rating consumption demand supply import export".split()
) | frozenset(
    # what science measures
    "abundance acceleration accuracy acidity alkalinity amplitude angle bandwidth brightness capacitance "
    "coefficient conductance conductivity content correlation current declination deviation diffusivity dosage "
    "efficiency emissivity energy enthalpy entropy exponent flux fraction frequency girth gradient half-life "
    "hardness heat humidity illuminance impedance inclination inductance intensity irradiance latency latitude "
    "lifetime longitude luminosity magnification magnitude mobility modulus moisture momentum mortality opacity "
    "periodicity permeability ph porosity potency precision pressure prevalence purity quantity radiation "
    "redshift reflectance reflectivity resistance resistivity roughness salinity sensitivity slope solubility "
    "spacing specificity stiffness strain stress susceptibility tension thickness throughput toughness "
    "transmittance turbidity uncertainty uptake variance velocity viscosity voltage wavelength wavenumber "
    "wingspan".split()
)
# What a thing has of its own, so that "with" ties it to the noun before: "a mast with a [height] of 30 metres".
INHERENT_NOUNS = frozenset(
    "size weight height length width depth area volume capacity diameter radius mass density thickness porosity "
    "population wavelength range wingspan girth content salinity acidity viscosity stiffness hardness purity".split()
)
# What a measure says how much of: "30 metres [high]".
MEASURED_ADJECTIVES = frozenset(
    "long wide high deep tall thick broad away apart across old heavy older younger taller longer wider".split()
)
# Plural nouns whose numbers are levels, not counts of them.
VALUED_NOUNS = frozenset("share stock future bond market index security rate point odds contract gain".split())
REACHING_VERBS = frozenset("reach total number exceed hit top pass average surpass".split())
# What an amount is traded or paid in without being an amount of it.
SESSIONS = frozenset(
    "trading dealing session addition total turn return advance all event case exchange response favour favor".split()
)
OWNING_VERBS = frozenset(
    "have report post record see show register boast enjoy reach hit achieve command carry get earn make own hold "
    "announce disclose experience suffer face pay charge generate receive".split()
)
MAKING_VERBS = frozenset("make leave keep render".split())
PAYING_VERBS = frozenset(
    "spend pay invest allocate earmark commit contribute donate give provide budget cost raise borrow charge offer "
    "pledge fetch owe lose save set waste squander "
    "splash channel plough pour lend grant award collect receive".split()
)

# Verbs that take an amount as their object.
AMOUNT_VERBS = OWNING_VERBS | PAYING_VERBS | REACHING_VERBS | UP_VERBS | DOWN_VERBS

# With these a bare number is one of people.
HARMING_VERBS = frozenset("kill injure wound hurt maim hospitalize hospitalise arrest detain jail".split())

SAYING_VERBS = frozenset(
    "say tell state report announce add note claim argue reveal disclose estimate explain stress emphasize emphasise "
    "highlight write suggest believe warn confirm acknowledge "
    "admit declare predict forecast project expect calculate "
    "find show indicate insist reckon observe remark comment testify reply respond conclude maintain assert recall "
    "allege contend think concede mention point caution signal quote cite read assess "
    "counter suspect".split()
)
# Verbs that, set off by a comma, say who says the rest: ", the union complained".
ATTRIBUTING_VERBS = SAYING_VERBS | frozenset(
    "complain hear fear hope boast joke lament speculate opine quip tweet recount sigh grumble mutter shrug muse vow "
    "marvel enthuse".split()
)
PLAIN_SAYING_VERBS = frozenset("say tell state write report announce reckon add explain".split())
SPEECH_VERBS = SAYING_VERBS | {"inform", "remind", "assure", "speak", "talk"}
TELLING_VERBS = frozenset("tell inform warn remind assure".split())
SOURCE_PREPOSITIONS = frozenset({"according to", "according", "per", "as per"})

EXPECTING_VERBS = frozenset("expect forecast project predict anticipate foresee estimate schedule slate poise".split())
RAISING = frozenset("plan aim intend promise hope want appear seem have need begin start continue tend go".split())
PLANNING_VERBS = frozenset(
    "plan pledge aim intend promise commit vow target propose hope want seek agree mean undertake decide set "
    "prepare hop offer threaten".split()
)
REQUIRING_VERBS = frozenset("require oblige need mandate order demand suppose advise instruct".split())
REQUIRING_NOUNS = frozenset("pressure obligation duty requirement need order".split())
REQUIRED_MODALS = frozenset("must shall should ought need".split())
POSSIBLE_MODALS = frozenset("may might could can ca".split())
EXPECTED_MODALS = frozenset({"will", "'ll", "’ll", "wo"})
CONDITIONAL_MODALS = frozenset({"would", "'d", "’d"})
PLANNING_NOUNS = frozenset(
    "plan pledge promise commitment intention proposal target goal aim agreement offer ambition".split()
)
EXPECTED_ADJECTIVES = frozenset("likely due bound sure certain set unlikely".split())
POSSIBLE_ADVERBS = frozenset("perhaps maybe possibly potentially".split())

TIME_NOUNS = frozenset(
    "kickoff kick-off nightfall dawn dusk noon midday midnight sunrise sunset daybreak lunchtime eve fortnight "
    "year month week day quarter decade century hour minute second today yesterday tomorrow tonight morning evening "
    "afternoon night weekend summer winter spring autumn fall season term half period date era age "
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec christmas easter".split()
)
# What takes its time: "in the drought", "in the previous round", "by half-time".
EVENT_NOUNS = frozenset(
    "war drought election pandemic lockdown recession harvest round heatwave half-time halftime full-time".split()
)
TIME_ADVERBS = frozenset("now currently today yesterday tomorrow tonight recently nowadays presently overnight".split())
TIME_PREPOSITIONS = frozenset(
    {"since", "until", "till", "before", "after", "during", "following", "prior to", "throughout"}
)
DATE_PREPOSITIONS = frozenset(
    {
        "in",
        "on",
        "by",
        "at",
        "from",
        "over",
        "during",
        "since",
        "until",
        "till",
        "for",
        "within",
        "between",
        "through",
        "as of",
    }
)
# What a number of things is a part of, named before: "six of [them]".
PART_PRONOUNS = frozenset("them these those us whom which".split())
RELATIVE_PRONOUNS = frozenset("which that who whom whose what".split())
PERSONAL_PRONOUNS = frozenset("it he she they we i you him her them us me its his their our my your".split())
