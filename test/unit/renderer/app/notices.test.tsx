// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announcer } from '../../../../renderer/announce/announcer.ts';
import { Notices } from '../../../../renderer/app/notices.tsx';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aStudio } from '../../../builders/a-studio.ts';
import { mount } from './mounted.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('good news goes by itself, bad news stays until it is dismissed', () => {
  const studio = aStudio(aScenario().build());
  mount(studio, <Notices />);
  act(() => {
    studio.ui.notify('good', 'The bundle is written.');
    studio.ui.notify('bad', 'The disk is full.');
  });
  // Said by one voice each: good news by the announcer, bad news by its own alert.
  expect(screen.getByRole('log').getAttribute('aria-live')).toBe('off');
  act(() => void vi.advanceTimersByTime(500));
  expect(announcer.getState().polite.text).toBe('The bundle is written.');
  expect(screen.getByText('The bundle is written.')).toBeTruthy();
  act(() => void vi.advanceTimersByTime(10_000));
  expect(screen.queryByText('The bundle is written.')).toBeNull();
  expect(screen.getByRole('alert').textContent).toBe('The disk is full.');
  act(() => screen.getByRole('button', { name: 'Dismiss' }).click());
  expect(screen.queryByRole('alert')).toBeNull();
});
