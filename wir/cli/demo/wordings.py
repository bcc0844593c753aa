"""Arabic sentences of the demonstration: our own, checked by nobody, and shown with that mark."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from wir.eligibility import actions as eligibility
from wir.kit.acting import acting
from wir.network.actions import as_network_job

ARABIC = {
    "said.answer": "هذا هو الجواب عن سؤالك عن العمل.",
    "said.yes": "نعم. يُسمح لك بهذا العمل.",
    "said.yes_with_permission": "نعم، ولكن بإذن فقط. يجب أن توافق دائرة الأجانب أولاً على هذا العمل بالذات.",
    "said.no": "لا. لا يُسمح لك بهذا العمل في هذا اليوم.",
    "said.undecided": "لا يمكننا أن نقول ذلك بعد. هذا ليس نعم وليس لا.",
    "said.earliest": "ربما يكون ذلك ممكناً ابتداءً من {day}.",
    "said.agency": "يجب أن توافق وكالة العمل أيضاً. دائرة الأجانب هي التي تسألها.",
    "said.note": "مكتوب في ورقتك شيء آخر. يجب توضيح ذلك أولاً.",
    "said.why": "هذه هي الأسباب.",
    "said.wait": "لا تبدأ العمل قبل أن تسمح ورقتك بذلك.",
    "said.ask": "اسأل مركزاً للاستشارة قبل أن تبدأ أو توقّع. هذا مجاني.",
    "said.no_advice": "هذه ليست استشارة قانونية. المهم هو ما هو مكتوب في ورقتك.",
    "reason.facts_missing": "تنقصنا معلومة. من دون هذه المعلومة لا يوجد جواب.",
    "reason.case_not_covered": "القانون غير واضح هنا. يجب أن يدرس الحالة شخص مختص.",
    "reason.title_allows_work": "بتصريح الإقامة هذا يُسمح لك بالعمل. هكذا ينص القانون.",
    "reason.duldung_work_rule": "مع وثيقة وقف الترحيل (Duldung) تقرر دائرة الأجانب بشأن العمل.",
    "reason.consent_needed": "يجب أن توافق وكالة العمل. وهي تتحقق من الأجر ووقت العمل.",
    "reason.consent_waiting_period": "لا يمكن لوكالة العمل أن توافق إلا بعد ثلاثة أشهر.",
    "reason.consent_free_four_years": "أنت هنا منذ أكثر من أربع سنوات. لا حاجة بعد الآن إلى موافقة وكالة العمل.",
    "reason.consent_free_training": "لا حاجة إلى موافقة وكالة العمل على هذا التدريب المهني.",
    "reason.consent_free_internship": "لا حاجة إلى موافقة وكالة العمل على هذا التدريب القصير.",
    "reason.consent_free_for_gestattung_too": "ينطبق ذلك أيضاً خلال إجراءات اللجوء.",
    "reason.four_years_not_shown": "بعد أربع سنوات في ألمانيا يصبح الأمر أسهل. لا نعرف إن كنت هنا منذ هذه المدة.",
    "reason.asylum_waiting_period_over": "أنت هنا منذ أكثر من ثلاثة أشهر. انتهت فترة الانتظار.",
    "reason.asylum_waiting_period_runs": "لم تمضِ ثلاثة أشهر على وجودك هنا بعد. عليك أن تنتظر.",
    "reason.employment_conditions_apply": "يجب أن يكون الأجر ووقت العمل جيدين كما هما عند الآخرين.",
    "reason.document_note_allows_work": "مكتوب في ورقتك أن هذا العمل مسموح.",
    "reason.shadowing_is_no_employment": (
        "المشاهدة فقط (Hospitation) ليست عملاً ولا تحتاج إلى إذن. ولكن لا يُسمح لك بالمشاركة في العمل."
    ),
    "reason.trial_work_is_employment": "العمل التجريبي عمل. وهذا صحيح أيضاً من دون أجر وليوم واحد فقط.",
    "reason.unclarified_identity_note": "مكتوب في وثيقتك أن هويتك غير واضحة. لذلك لا يُسمح لك بالعمل. يمكنك تغيير ذلك.",
}
CHECKED_BY = "Demonstration, fachlich nicht geprüft"


def release_arabic(*, network_id: UUID, today: date) -> None:
    """Enter and release the sentences for the demonstration of one network."""
    with acting(as_network_job(network_id)) as actor:
        for code, text in ARABIC.items():
            eligibility.propose_wording(
                network_id=network_id, code=code, language="ar", text=text, today=today, actor=actor
            )
            eligibility.release_sentence(
                network_id=network_id,
                code=code,
                language="ar",
                released_by=CHECKED_BY,
                released_on=today,
                for_demonstration=True,
                actor=actor,
            )
