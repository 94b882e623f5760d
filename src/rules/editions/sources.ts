/*
 * Where the rules were read, without `https://www.`. Grades in brackets: O official, Q a close paraphrase or
 * reproduction of the statute, T the trade press. A rule's `evidence` is that of its best source.
 */

/** [O] A council's page on first aid under the framework of 2014. */
export const MEDWAY = 'studylib.net/doc/7233546/first-aid-training';
/** [Q] The framework of 2025, paragraphs on first aid. */
export const PERITIA = 'peritiatraining.co.uk/blog/eyfs-and-first-aid';
/** [Q] What the framework of 2017 asks of first aid. */
export const SURREY = 'surreyfirstaid.com/your-legal-requirements/early-years-providers.html';
/** [Q] The framework of 2017. */
export const FRAMEWORK_2017 =
  'readkong.com/page/statutory-framework-for-the-early-years-foundation-stage-1277155';
/** [O] The Department for Education's own checker of qualifications. */
export const QUALIFICATION_CHECKER = 'github.com/DFE-Digital/check-an-early-years-qualification';
/** [O] Experience-based route. */
export const EBR = 'gov.uk/government/publications/experience-based-route-for-early-years-staff';
/** [Q] The changes of September 2025. */
export const EDEN = 'eden-ts.com/hot-topics/early-years-foundation-stage-eyfs-statutory-framework-changes';
/** [Q] Meal times under the framework of 2025. */
export const MEALS = 'findhealthclinics.com/GB/Pewsey/262244750838976/Worsley-Training';
/** [Q] First aid for childminders, 2017. */
export const JMS = 'jmsfirstaid.com/requirements-for-first-aid-in-early-years';
/** [Q] Annex C as one setting quotes it. */
export const LITTLE_EXPLORERS = 'littleexplorers.co/policies-safeguarding-training.php';
/** [Q] A summary of Annex C. */
export const NURSERY_WORLD =
  'nurseryworld.co.uk/content/management/safeguarding-in-2025-part-2-effective-training';
/** [O] A council on the lead's and the staff's training. */
export const LANCASHIRE =
  'lancashire.gov.uk/early-years-support-and-training/nursery-settings-and-schools-training-courses/safeguarding';
/** [O] A council on who leads on safeguarding. */
export const SUFFOLK_LEAD = 'suffolklearning.co.uk/early-years/training-and-qualifications/safeguarding';
/** [O] A council on safeguarding training before 2025. */
export const SUFFOLK_SAFEGUARDING =
  'suffolklearning.com/early-years/training-continuing-professional-development-cpd/safeguarding/early-years-safeguarding-training';
/** [O] A council that advised a renewal every three years. */
export const BRIGHTON = 'earlyyears.brighton-hove.gov.uk/courses/bookings/c_detail.asp?cid=13780';
/** [O] A council on food hygiene. */
export const SUFFOLK_FOOD =
  'suffolklearning.com/early-years/training-continuing-professional-development-cpd/food-hygiene';
/** [O] A council on the Prevent duty. */
export const FULHAM =
  'lbhflearningpartnership.com/our_news/early-years-hf-prevent-awareness-training-for-nursery-schools-and-childcare-providers';
/** [T] The changes of September 2025 in safeguarding, food and references. */
export const BEYOND =
  'beyondearlyyears.co.uk/2653728_eyfs-safeguarding-updates-from-september-2025-what-you-must-know';
/** [O] A council's bulletin on the framework of September 2025. */
export const PORTSMOUTH_2025 = 'content.govdelivery.com/accounts/UKPORTSMOUTH/bulletins/3f081cd';
/** [O] A partnership's list of training that meets Annex C. */
export const PLYMOUTH =
  'plymouthscb.co.uk/recommended-training-for-early-years-annex-c-compliance-early-years-foundation-stage-2025';
/** [Q] The changes of September 2025, whistleblowing. */
export const NURSERIES =
  'nurseriesandschools.org/news-detail/eyfs-framework-updates-–-effective-from-1-september-2025';
/** [Q] A union's checklist of the ratios. */
export const NEU = 'neu.org.uk/latest/library/implementing-effective-ratios-early-years-settings-checklist';
/** [O] A council on what registration asks. */
export const CAMBRIDGESHIRE = 'cambslearntogether.co.uk/cecqc/application-process';
/** [Q] Managers and ratios, July 2023. */
export const THE_KEY =
  'schoolleaders.thekeysupport.com/staff/staff-ratios-and-qualification-requirements/staffing-ratios/staffing-ratio-qualifications-requirements-early-years-eyfs';
/** [T] Level 2 maths for managers. */
export const LASER = 'lasershortcourses.co.uk/blogPost.php?pid=17050544726040';
/** [Q] The changes of January 2024. */
export const FOUNDATION_YEARS = 'foundationyears.org.uk/2024/01/blog-eyfs-changes';
/** [O] A council on the changes of January 2024. */
export const SLOUGH =
  'thelink.slough.gov.uk/news/regulatory-changes-early-years-foundation-stage-framework-eyfs';
/** [T] Apprentices in the ratios before 2024. */
export const FORUM_APPRENTICES = 'eyfs.info/forums/topic/49845-apprentices-in-ratio';
/** [Q] The framework of 2014 on ages of apprentices and students. */
export const FORUM_AGES = 'childmindinghelp.co.uk/forum/archive/index.php/t-133926.html';
/** [T] Level 3 awards of childminders. */
export const PACEY = 'pacey.org.uk/footer-links/faqs';
/** [Q] Induction under the framework of 2023. */
export const CARETUTOR = 'caretutor.org/childcare-and-eyfs-training';
/** [Q] Induction and supervision, in a college nursery's policy. */
export const LEICESTER =
  'leicestercollege.ac.uk/about-us/corporate-information/nursery-policies-and-procedures/continuing-professional-development-nursery-policy';
/** [Q] Professional development under the framework of January 2024. */
export const EXPO =
  'childcareeducationexpo.co.uk/the-importance-of-continuous-professional-development-cpd-in-the-early-years';
/** [O] The role of an early years SENCO. */
export const SENCO_ROLE = 'gov.uk/government/publications/early-years-level-3-senco';
/** [O] What the Code of Practice expects, as told to Parliament. */
export const SENCO_CODE = 'parallelparliament.co.uk/question/181842';
/** [O] A council on the changes of September 2023. */
export const DEVON = 'devon.gov.uk/eycs/government-updates-71';
/** [Q] The changes of September 2023. */
export const CRONERI = 'app.croneri.co.uk/feature-articles/what-changes-eyfs-mean-providers-september-2023';

/** What a rule without any source says instead. */
export const UNSOURCED = 'unsourced';

/** Several addresses as one text. */
export const sources = (...addresses: readonly string[]): string => addresses.join('; ');
