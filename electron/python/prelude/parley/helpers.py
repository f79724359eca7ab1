"""The functions every action can call without importing anything."""

from . import host


def get_conversation_metadata(context, key):
    """Reads a value kept with the conversation; None when there is none."""
    return host.call("metadata.get", key=key)


def set_conversation_metadata(context, key, value):
    """Keeps a value with the conversation."""
    host.call("metadata.set", key=key, value=value)


def delete_conversation_metadata(context, key):
    """Forgets a value kept with the conversation."""
    host.call("metadata.delete", key=key)


def add_conversation_tag(context, tag):
    """Puts a tag on the conversation."""
    host.call("tag.add", tag=tag)


def add_conversation_event(context, event):
    """Records an event in the timeline of the conversation."""
    host.call("event.add", event=event)


def hand_off_conversation(context, reason=None):
    """Hands the conversation to a human agent."""
    host.call("conversation.handOff", reason=reason)


def llm_classify_binary(prompt, input, fallback=None):
    """Says whether the prompt holds for the input; the fallback when nobody can tell."""
    return _classify("llm.classifyBinary", fallback, prompt=prompt, input=input)


def llm_classify_category(prompt, input, options, fallback=None):
    """Says which of the options the input belongs to; the fallback when nobody can tell."""
    return _classify("llm.classifyCategory", fallback, prompt=prompt, input=input, options=list(options))


def _classify(operation, fallback, **question):
    try:
        answer = host.call(operation, fallback=fallback, **question)
    except host.HostError as error:
        # A wrong call is a mistake in the script; only a model that cannot answer has a fallback.
        if error.kind == "badRequest":
            raise
        return fallback
    return fallback if answer is None else answer


def get_ab_test_variant(context, test_name, possible_variants):
    """Picks a variant for this conversation, and the same one whenever it asks again."""
    return host.call("abTest.variant", testName=test_name, variants=list(possible_variants))


def add_google_sheets_row(sheet_id, data):
    """Appends a row: a dict of columns, or a list of cells."""
    host.call("sheet.addRow", sheetId=sheet_id, data=data)


def is_holiday(country, state=None, region=None, check_date=None):
    """Says whether a day, today by default, is a public holiday."""
    if hasattr(check_date, "strftime"):
        check_date = check_date.strftime("%Y-%m-%d")
    return host.call("holiday.check", country=country, state=state, region=region, date=check_date)


ALL = {
    helper.__name__: helper
    for helper in (
        get_conversation_metadata,
        set_conversation_metadata,
        delete_conversation_metadata,
        add_conversation_tag,
        add_conversation_event,
        hand_off_conversation,
        llm_classify_binary,
        llm_classify_category,
        get_ab_test_variant,
        add_google_sheets_row,
        is_holiday,
    )
}
